# Completion of reportc for PowerShell. In the file that $PROFILE names:
#   reportc completions powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'reportc', 'reportc.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @()
    $current = ''
    $program = $null
    foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        $text = $element.Extent.Text
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $text = $element.Value }
        if ($null -eq $program) { $program = $text; continue }
        if ($element.Extent.EndOffset -ge $cursorPosition) {
            $current = $text
            $length = $cursorPosition - $element.Extent.StartOffset
            if ($text -eq $element.Extent.Text -and $length -lt $text.Length) { $current = $text.Substring(0, $length) }
            break
        }
        $words += $text
    }
    if ($null -eq $program) { return }

    # The program writes UTF-8 whatever the console's code page is. Without a console there is none to set.
    $before = $null
    try { $before = [Console]::OutputEncoding; [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false } catch { $before = $null }
    try {
        # Windows PowerShell drops an empty last word; the number tells that there is one.
        $typed = @($words.Count) + $words
        if ($current -ne '') { $typed += $current }
        $lines = @(& $program complete @typed 2>$null)
    } catch {
        $lines = @()
    } finally {
        if ($null -ne $before) { try { [Console]::OutputEncoding = $before } catch { $before = $null } }
    }

    foreach ($line in $lines) {
        # Nothing is returned where names of files are wanted: then PowerShell proposes those.
        if ($line.StartsWith(':')) { continue }
        $parts = $line.Split([char]9)
        $value = $parts[0]
        $meaning = $value
        if ($parts.Count -gt 1) { $meaning = $parts[1] }
        $written = $value
        if ($value -match '[\s''"`$;&|<>(){}@#]' ) { $written = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($written, $value, 'ParameterValue', $meaning)
    }
}
