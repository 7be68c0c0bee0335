# Runs ballast.cmd as a user of Windows would: Chinese arguments and file names, a folder with a blank, several code pages.
# Argument: the launcher; otherwise the one of the checkout, which needs the jar (mvn package).
param([string]$Launcher = "$PSScriptRoot\..\main\scripts\ballast.cmd")
$Launcher = (Resolve-Path -LiteralPath $Launcher).Path
$project = (Resolve-Path -LiteralPath "$PSScriptRoot\..\..").Path
$work = Join-Path ([IO.Path]::GetTempPath()) ("ballast 测试 " + [Guid]::NewGuid().ToString("N").Substring(0, 8))
New-Item -ItemType Directory $work | Out-Null
Copy-Item (Join-Path $project 'tm\articles\ballast-stone.zh.txt') (Join-Path $work '压舱石.zh.txt')
Copy-Item (Join-Path $project 'tm\articles\ballast-stone.en.txt') (Join-Path $work '压舱石.en.txt')
$failed = $false

# Runs one line of cmd.exe in a code page; what follows it on standard output is the code page afterwards.
function Test-Line([string]$Name, [int]$CodePage, [int]$Expected, [string]$Word, [string]$Arguments) {
  Push-Location -LiteralPath $work
  $line = "chcp $CodePage >nul & call ""$Launcher"" $Arguments >out.txt 2>err.txt & call echo status=%^errorlevel% & chcp"
  $said = (& cmd.exe /d /v:off /s /c """$line""") -join "`n"
  $text = (Get-Content -Raw -Encoding utf8 out.txt) + (Get-Content -Raw -Encoding utf8 err.txt)
  Pop-Location
  if ($said -notmatch "status=$Expected\b" -or -not $text.Contains($Word)) {
    Write-Output "launcher: $Name (code page $CodePage): expected $Expected and '$Word', found: $said`n$text"
    $script:failed = $true
  }
  if ($said -notmatch "\b$CodePage\b") {
    Write-Output "launcher: $Name left another code page than $($CodePage): $said"
    $script:failed = $true
  }
}

foreach ($page in 437, 936, 65001) {
  Test-Line 'align' $page 0 '压舱石为什么不能抛' 'align 压舱石.zh.txt 压舱石.en.txt --print -o 结果.tmx'
  Test-Line 'a Chinese argument' $page 0 '压舱石' 'tm concordance 压舱石'
  Test-Line 'no match' $page 1 '天外来客' 'tm search "天外来客 & 𠀀"'
  Test-Line 'missing file' $page 2 '没有' 'split "没有 这个.txt"'
  Test-Line 'wildcards' $page 0 '压舱石' 'split *.zh.txt'
}
if (-not (Test-Path -LiteralPath (Join-Path $work '结果.tmx'))) {
  Write-Output 'launcher: no TMX with a Chinese name'
  $failed = $true
}
if (Select-String -Quiet -Pattern 'WARNING' -LiteralPath (Join-Path $work 'err.txt')) {
  Write-Output 'launcher: Java warns of something'
  $failed = $true
}
Remove-Item -Recurse -Force -LiteralPath $work
if ($failed) { exit 1 }
Write-Output 'launcher: all well'
