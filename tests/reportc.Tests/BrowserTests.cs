using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Reportc.Tests;

/// <summary>The pages as a reader's browser shows them. Where the machine has no Chromium the tests are skipped, and say so.</summary>
[Trait("tool", "chromium")]
public sealed class BrowserTests(BrowserTests.Pages pages) : IClassFixture<BrowserTests.Pages>
{
    private const int Desktop = 1280;
    private const int Tablet = 1000;
    private const int Phone = 390;

    public static TheoryData<string, int, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, int, ColorScheme>();
            foreach (var page in (string[])["out/2021/report.html", "out/2021/review.html", "out/2022/report.html", "out/2022/review.html",
                "out/index.html", "diff.html"])
            {
                views.Add(page, Desktop, ColorScheme.Light);
                views.Add(page, Phone, ColorScheme.Light);
                if (!page.EndsWith("review.html", StringComparison.Ordinal) && page != "diff.html") continue;
                views.Add(page, Desktop, ColorScheme.Dark);
                views.Add(page, Tablet, ColorScheme.Light);
            }
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string file, int width, ColorScheme scheme)
    {
        var page = await pages.Open(file, width, scheme);
        // All that can be opened is looked at, several at a time.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true })");

        var result =
            await page.RunAxe(new AxeRunOptions { ResultTypes = new HashSet<ResultType> { ResultType.Violations, ResultType.Passes } });

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(v => $"{v.Impact} {v.Id}: {v.Help}: {v.Nodes[0].Html}"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task No_page_is_wider_than_the_window(string file, int width, ColorScheme scheme) =>
        Assert.Equal(width, await (await pages.Open(file, width, scheme)).EvaluateAsync<int>("document.documentElement.scrollWidth"));

    [Theory]
    [InlineData("out/2021/report.html")]
    [InlineData("out/2022/review.html")]
    [InlineData("out/index.html")]
    [InlineData("diff.html")]
    public async Task On_a_phone_no_figure_is_broken_over_two_lines(string file)
    {
        var page = await pages.Open(file, Phone, ColorScheme.Light);

        Assert.Empty(await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('td')].flatMap(td => [...td.childNodes])
                .filter(n => n.nodeType === 3 && /^[-+0-9.,%]+$/.test(n.data.trim()))
                .filter(n => { const r = document.createRange(); r.selectNodeContents(n); return r.getClientRects().length > 1; })
                .map(n => n.data)
            """));
    }

    /// <summary>The figures of the only table whose columns' headings change half way, each as a screen reader says it.</summary>
    [Theory]
    [InlineData("out/2021/report.html")]
    [InlineData("out/2021/review.html")]
    public async Task A_figure_is_read_out_under_its_own_headings_and_no_others(string file)
    {
        var page = await pages.Open(file, Desktop, ColorScheme.Light);

        Assert.Equal(
        [
            "第二十条第（一）项: 规章, 第二十条第（一）项, 本年制发件数",
            "第二十条第（一）项: 规章, 第二十条第（一）项, 本年废止件数",
            "第二十条第（一）项: 规章, 第二十条第（一）项, 现行有效件数",
            "第二十条第（一）项: 行政规范性文件, 第二十条第（一）项, 本年制发件数",
            "第二十条第（一）项: 行政规范性文件, 第二十条第（一）项, 本年废止件数",
            "第二十条第（一）项: 行政规范性文件, 第二十条第（一）项, 现行有效件数",
            "第二十条第（五）项: 行政许可, 第二十条第（五）项, 本年处理决定数量",
            "第二十条第（六）项: 行政处罚, 第二十条第（六）项, 本年处理决定数量",
            "第二十条第（六）项: 行政强制, 第二十条第（六）项, 本年处理决定数量",
            "第二十条第（八）项: 行政事业性收费, 第二十条第（八）项, 本年收费金额（单位：万元）",
        ], (await ReadingOut.Figures(page)).Where(f => f.StartsWith('第')).Take(10));
    }

    [Fact]
    public async Task A_figure_of_a_tree_is_read_out_under_all_its_headings()
    {
        var figures = await ReadingOut.Figures(await pages.Open("out/2021/report.html", Desktop, ColorScheme.Light));

        // The cell over the row labels heads nothing.
        Assert.DoesNotContain(figures, f => f.Contains("勾稽关系", StringComparison.Ordinal));
        Assert.Contains("收到和处理政府信息公开申请情况: 三、本年度办理结果, （三）不予公开, 1.属于国家秘密, "
            + "申请人情况, 法人或其他组织, 商业企业", figures);
        Assert.Contains("政府信息公开行政复议、行政诉讼情况: 行政诉讼, 复议后起诉, 总计", figures);
        Assert.Contains("各单位主要数据: 甲局, 行政许可", figures);
    }

    [Fact]
    public async Task On_a_phone_a_wide_table_says_that_it_goes_on_and_keeps_its_row_heads()
    {
        var page = await pages.Open("out/2021/report.html", Phone, ColorScheme.Light);
        var frame = page.Locator(".scroll:has(thead)").First;

        Assert.Contains("→", await frame.EvaluateAsync<string>("f => getComputedStyle(f, '::before').content"), StringComparison.Ordinal);
        Assert.Equal(0, await frame.EvaluateAsync<double>("f => { f.scrollLeft = 120; "
            + "return f.querySelector('tbody th[scope=row]').getBoundingClientRect().left - f.getBoundingClientRect().left }"));
    }

    [Fact]
    public async Task The_reports_and_the_page_over_the_years_lead_to_each_other()
    {
        var page = await pages.Open("out/2022/report.html", Desktop, ColorScheme.Light);

        await page.ClickAsync("nav.years a >> text=历年数据");
        Assert.EndsWith("out/index.html", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("main li a >> nth=-1");
        Assert.EndsWith("out/2021/report.html", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_are_seen_where_the_reader_chooses_the_colours()
    {
        var page = await pages.Open("out/index.html", Desktop, ColorScheme.Dark);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });

        var ink = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).color");
        foreach (var part in (string[])["circle", "text"])
            Assert.Equal(ink, await page.EvaluateAsync<string>($"getComputedStyle(document.querySelector('svg {part}')).fill"));
        Assert.Equal(ink, await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('svg path')).stroke"));
    }

    [Fact]
    public async Task A_unit_is_shown_alone_until_all_are_asked_for()
    {
        var page = await pages.Open("out/2022/review.html", Desktop, ColorScheme.Light);
        Assert.Equal(["total", "u1", "u2"], await Shown(page));

        await page.ClickAsync("nav a[href='#u2']");
        Assert.Equal(["u2"], await Shown(page));
        // A unit without findings is folded up, and opens when it is chosen.
        Assert.True(await page.Locator("#u2 table").First.IsVisibleAsync());

        await page.ClickAsync("nav a[href='#all']");
        Assert.Equal(["total", "u1", "u2"], await Shown(page));
        Assert.False(await page.Locator("#u2 table").First.IsVisibleAsync());

        // From a finding to its cell and back.
        await page.ClickAsync(".list a.cell >> nth=0");
        Assert.Equal(["u1"], await Shown(page));
        await page.ClickAsync("td:target a >> nth=0");
        Assert.Equal(["u1"], await Shown(page));
        Assert.Equal(1, await page.Locator("li:target").CountAsync());
    }

    [Fact]
    public async Task A_total_opens_into_its_shares_and_closes_the_one_before()
    {
        var page = await pages.Open("out/2021/review.html", Desktop, ColorScheme.Light);
        var totals = page.Locator("#total td details");

        await totals.Nth(0).Locator("summary").ClickAsync();
        await totals.Nth(1).Locator("summary").ClickAsync();

        Assert.False(await totals.Nth(0).Locator("li").First.IsVisibleAsync());
        Assert.True(await totals.Nth(1).Locator("li").First.IsVisibleAsync());
    }

    [Fact]
    public async Task What_is_chosen_is_printed()
    {
        var page = await pages.Open("out/2022/review.html", Desktop, ColorScheme.Light);
        await page.ClickAsync("nav a[href='#u1']");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(["u1"], await Shown(page));
        Assert.False(await page.Locator("nav").IsVisibleAsync());
    }

    [Fact]
    public async Task A_report_is_printed_upright_and_its_wide_appendix_on_its_side()
    {
        var page = await pages.Open("out/2021/report.html", Desktop, ColorScheme.Light);

        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var sizes = System.Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox \[0 0 (?<w>\d+)(?:\.\d+)? (?<h>\d+)",
                System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10))
            .Select(m => $"{m.Groups["w"].Value}x{m.Groups["h"].Value}").ToList();

        Assert.InRange(sizes.Count, 4, 6);
        Assert.Equal("841x594", sizes[^1]);
        Assert.All(sizes.SkipLast(1), s => Assert.Equal("594x841", s));
        // What goes to paper says its page, and tears no table of the form apart.
        var css = await page.EvaluateAsync<string>("[...document.styleSheets[0].cssRules].map(r => r.cssText).join(' ')");
        Assert.Contains("@bottom-center", css, StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("avoid", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.scroll')).breakInside"));
    }

    private static async Task<string[]> Shown(IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.view')].filter(v => v.checkVisibility()).map(v => v.id)");

    /// <summary>A project with a sound and a broken year, its pages, and a browser.</summary>
    public sealed class Pages : IAsyncLifetime
    {
        private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

        private readonly Workbench _bench = new();
        private IPlaywright? _playwright;
        private IBrowser? _browser;

        public async ValueTask InitializeAsync()
        {
            if (Array.Find(Browsers, File.Exists) is not { } chromium) return;
            var other = Workbench.Sound.Replace("甲局", "乙局", StringComparison.Ordinal);
            _bench.AddProject().Write("reportc.yaml", _bench.Read("reportc.yaml")
                .Replace("[甲局]", "[甲局, 乙局]\n指标: [{键: 信息数, 名称: 信息数, 计量: 条}]", StringComparison.Ordinal))
                .Write("data/2021/乙.yaml", other)
                .AddYear(2022, Workbench.Broken.Replace("主动公开: 无", "主动公开: {行政许可: 待填, 行政处罚: 4}",
                    StringComparison.Ordinal))
                .Write("data/2022/乙.yaml", other.Replace("年度: 2021", "年度: 2022", StringComparison.Ordinal)
                    .Replace("上年结转: 无", "上年结转: {自然人: 1}", StringComparison.Ordinal)
                    .Replace("本年新收: {自然人: 3}", "本年新收: {自然人: 2}", StringComparison.Ordinal));
            _bench.Run("build", "--all", "--draft");
            _bench.Write("diff.html", _bench.Run("diff", "2021", "2022", "--units", "--format", "html").Out);
            _playwright = await Playwright.CreateAsync();
            // A build server runs as root, where the sandbox does not.
            _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-background-networking"],
            });
        }

        /// <summary>A page in a window of its own.</summary>
        internal async Task<IPage> Open(string file, int width, ColorScheme scheme)
        {
            Assert.SkipWhen(_browser is null, "no Chromium on this machine: the pages are not looked at");
            var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
            await page.GotoAsync(new Uri(_bench.Full(file)).AbsoluteUri);
            return page;
        }

        public async ValueTask DisposeAsync()
        {
            if (_browser is not null) await _browser.DisposeAsync();
            _playwright?.Dispose();
            _bench.Dispose();
        }
    }
}
