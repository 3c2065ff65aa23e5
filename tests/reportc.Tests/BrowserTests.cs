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
                if (page.EndsWith("review.html", StringComparison.Ordinal)) views.Add(page, Desktop, ColorScheme.Dark);
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
