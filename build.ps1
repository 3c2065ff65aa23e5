# The tasks of this repository: ./build.ps1 [restore|format|build|test|samples|publish|all] [-WhatIf]
#
# Runs in Windows PowerShell 5.1 and in PowerShell 7, on Windows and Linux. It keeps to the language, native commands
# and .NET calls: a test runs it in a bare runspace, where the modules behind Write-Host, Join-Path and the like are
# not loaded.
param(
    [string] $Task = 'test',
    # Prints the commands instead of running them.
    [switch] $WhatIf
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
# A failing command ends the script below, with that command's exit code rather than PowerShell's own.
$PSNativeCommandUseErrorActionPreference = $false

$root = $PSScriptRoot

# A sample is a folder with a project file; by name, so that the order is the same on every file system.
$samples = @(
    [System.IO.Directory]::GetDirectories([System.IO.Path]::Combine($root, 'samples')) |
        ForEach-Object { [System.IO.Path]::GetFileName($_) }
)
[System.Array]::Sort($samples, [System.StringComparer]::Ordinal)

# A task is the list of its commands, each one line of arguments for dotnet. No argument holds a space.
$tasks = [ordered] @{
    restore = @('restore')
    format  = @('format --verify-no-changes')
    build   = @('build')
    test    = @('test')
    samples = @(
        'build src/reportc'
        foreach ($sample in $samples) {
            if ([System.IO.File]::Exists([System.IO.Path]::Combine($root, 'samples', $sample, 'reportc.yaml'))) {
                "run --no-build --project src/reportc -- build --all -p samples/$sample"
            }
        }
    )
    # The release folder: programs, packages, bills of materials, licences, checksums (src/reportc/Release.targets).
    publish = @('msbuild src/reportc -t:Release')
}
$names = @($tasks.Keys) + 'all'

if ($names -notcontains $Task) {
    throw "Unknown task '$Task'. The tasks are: $($names -join ', ')."
}

$commands = @(if ($Task -eq 'all') { $tasks.Values | ForEach-Object { $_ } } else { $tasks[$Task] })

# dotnet looks for the solution and for global.json from the working folder.
$location = $ExecutionContext.SessionState.Path
$caller = $location.CurrentLocation
$null = $location.SetLocation($root)
try {
    foreach ($command in $commands) {
        "dotnet $command"
        if ($WhatIf) { continue }

        $arguments = $command.Split(' ')
        & dotnet @arguments
        if ($LASTEXITCODE -ne 0) {
            "'dotnet $command' failed with exit code $LASTEXITCODE."
            exit $LASTEXITCODE
        }
    }
}
finally {
    $null = $location.SetLocation($caller.Path)
}
