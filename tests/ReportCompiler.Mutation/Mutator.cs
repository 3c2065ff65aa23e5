using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ReportCompiler.Mutation;

/// <summary>A fault that is put into the source.</summary>
/// <param name="Number">From 1.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Before">The expression as it is.</param>
/// <param name="After">What it becomes.</param>
internal sealed record Mutant(int Number, string File, int Line, string Before, string After);

/// <summary>
/// Puts faults into a source, each behind a switch: operators become their neighbours, conditions their contraries, numbers one more,
/// questions about all those about any, calls nothing. One build has all of them.
/// </summary>
/// <param name="file">The name of the source.</param>
/// <param name="first">The number of the first fault.</param>
/// <param name="without">Numbers of faults that do not compile.</param>
internal sealed class Mutator(string file, int first, IReadOnlySet<int> without) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, SyntaxKind Token)> Neighbours = new()
    {
        [SyntaxKind.AddExpression] = (SyntaxKind.SubtractExpression, SyntaxKind.MinusToken),
        [SyntaxKind.SubtractExpression] = (SyntaxKind.AddExpression, SyntaxKind.PlusToken),
        [SyntaxKind.MultiplyExpression] = (SyntaxKind.DivideExpression, SyntaxKind.SlashToken),
        [SyntaxKind.DivideExpression] = (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
        [SyntaxKind.LessThanExpression] = (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        [SyntaxKind.LessThanOrEqualExpression] = (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        [SyntaxKind.GreaterThanExpression] = (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        [SyntaxKind.GreaterThanOrEqualExpression] = (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        [SyntaxKind.EqualsExpression] = (SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken),
        [SyntaxKind.NotEqualsExpression] = (SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken),
        [SyntaxKind.LogicalAndExpression] = (SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken),
        [SyntaxKind.LogicalOrExpression] = (SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken),
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["Skip"] = "Take",
        ["Take"] = "Skip",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["Exists"] = "TrueForAll",
        ["TrueForAll"] = "Exists",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["TrimStart"] = "TrimEnd",
    };

    private int _next = first;

    /// <summary>The faults.</summary>
    public List<Mutant> Mutants { get; } = [];

    /// <summary>The number behind the last, those that do not compile counted too.</summary>
    public int Next => _next;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!Neighbours.TryGetValue(node.Kind(), out var neighbour) || Declares(node) || IsText(node)) return visited;
        return Switch(node, visited, BinaryExpression(
            neighbour.Kind, node.Left, Token(neighbour.Token).WithTriviaFrom(node.OperatorToken), node.Right));
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return Declares(node.Condition) ? visited : visited.WithCondition(Contrary(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return Declares(node.Condition) ? visited : visited.WithCondition(Contrary(node.Condition, visited.Condition));
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.NumericLiteralExpression) || node.Token.Value is not (int or long or decimal)) return node;
        return Switch(node, node, ParenthesizedExpression(BinaryExpression(SyntaxKind.AddExpression, node.WithoutTrivia(),
            LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(1)))));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is not MemberAccessExpressionSyntax { Name: var name } access || Declares(node)
            || node.Parent is ExpressionStatementSyntax || !Calls.TryGetValue(name.Identifier.Text, out var other)) return visited;
        return Switch(node, visited, node.WithExpression(access.WithName(IdentifierName(other))));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        if (node.Expression is not (InvocationExpressionSyntax or AwaitExpressionSyntax) || Declares(node)) return visited;
        var number = Take(node, "");
        // In a block, for an else that stands behind belongs to the condition before.
        return number is null ? visited : Block(IfStatement(
            PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, IsOn(number.Value)), visited.WithoutTrivia())).WithTriviaFrom(visited);
    }

    // What must be constant cannot be switched.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitEnumMemberDeclaration(EnumMemberDeclarationSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf().Any(n => n is SingleVariableDesignationSyntax or VariableDeclaratorSyntax);

    /// <summary>Whether texts are put together: they have no difference.</summary>
    private static bool IsText(BinaryExpressionSyntax node) => node.IsKind(SyntaxKind.AddExpression)
        && node.DescendantNodesAndSelf().Any(
            n => n.IsKind(SyntaxKind.StringLiteralExpression) || n is InterpolatedStringExpressionSyntax);

    private ExpressionSyntax Contrary(ExpressionSyntax node, ExpressionSyntax visited) =>
        Switch(node, visited, PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(node.WithoutTrivia())));

    private ExpressionSyntax Switch(ExpressionSyntax node, ExpressionSyntax visited, ExpressionSyntax mutated) =>
        Take(node, mutated.ToString()) is not { } number ? visited
            : ParenthesizedExpression(ConditionalExpression(
                IsOn(number), Spaced(SyntaxKind.QuestionToken), ParenthesizedExpression(mutated.WithoutTrivia()),
                Spaced(SyntaxKind.ColonToken), ParenthesizedExpression(visited.WithoutTrivia()))).WithTriviaFrom(visited);

    private static SyntaxToken Spaced(SyntaxKind kind) => Token(kind).WithLeadingTrivia(Space).WithTrailingTrivia(Space);

    private int? Take(SyntaxNode node, string after)
    {
        var number = _next++;
        if (without.Contains(number)) return null;
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        Mutants.Add(new Mutant(number, file, line, OneLine(node.ToString()), OneLine(after)));
        return number;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static ExpressionSyntax IsOn(int number) => ParseExpression($"global::ReportCompiler.Mutants.On({number})");
}
