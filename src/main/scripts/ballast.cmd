@echo off
rem Runs Ballast on Windows. From a checkout it builds the jar first when it is missing or older than
rem its sources.
rem   BALLAST_JAVA_OPTS   more options for Java, for example -Xmx4g
rem   JAVA_HOME           the JDK to use; otherwise the java of the PATH
setlocal
for %%I in ("%~dp0..\..\..") do set "BALLAST_HOME=%%~fI"
set "BALLAST_JAR=%BALLAST_HOME%\target\ballast.jar"

set "BALLAST_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "BALLAST_JAVA=%JAVA_HOME%\bin\java.exe"
"%BALLAST_JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo error: Java was not found 1>&2
  echo try:   install a JDK 17 or later, or set JAVA_HOME to one 1>&2
  exit /b 2
)

set "BALLAST_STALE="
if not exist "%BALLAST_JAR%" set "BALLAST_STALE=1"
if not defined BALLAST_STALE if exist "%BALLAST_HOME%\pom.xml" (
  powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:BALLAST_JAR).LastWriteTimeUtc; $s=@(Get-Item -LiteralPath (Join-Path $env:BALLAST_HOME 'pom.xml'))+@(Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:BALLAST_HOME 'src\main\java'),(Join-Path $env:BALLAST_HOME 'src\main\resources')); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $j }) { exit 1 } else { exit 0 }"
  if errorlevel 1 set "BALLAST_STALE=1"
)
if defined BALLAST_STALE (
  echo ballast: building %BALLAST_JAR% ^(first time, or the sources have changed^) ... 1>&2
  pushd "%BALLAST_HOME%"
  call mvn -q -B -Pfast package 1>&2
  if errorlevel 1 (
    popd
    echo error: Ballast could not be built; Maven's messages are above 1>&2
    echo try:   install Maven 3.9 or later, then: mvn -Pfast package 1>&2
    exit /b 2
  )
  popd
  powershell -NoProfile -Command "(Get-Item -LiteralPath $env:BALLAST_JAR).LastWriteTimeUtc = [DateTime]::UtcNow"
)

rem Ballast writes UTF-8; the console must read it so, and gets its own code page back afterwards.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "BALLAST_CODEPAGE=%%C"
chcp 65001 >nul
rem Java's second compiler costs a check or one lookup twice what it saves.
set "BALLAST_COMPILER="
if "%~1 %~2"=="tm import" set "BALLAST_COMPILER=-XX:FreqInlineSize=120 -XX:InlineSmallCode=1200 -XX:MaxInlineLevel=8"
if "%~1"=="check" set "BALLAST_COMPILER=-XX:TieredStopAtLevel=1"
if "%~1 %~2"=="tm search" if not "%~3"=="--file" set "BALLAST_COMPILER=-XX:TieredStopAtLevel=1 -Xmn4m"
"%BALLAST_JAVA%" -XX:+UseSerialGC %BALLAST_COMPILER% -Xshare:auto -Dfile.encoding=UTF-8 %BALLAST_JAVA_OPTS% -jar "%BALLAST_JAR%" %*
set "BALLAST_STATUS=%ERRORLEVEL%"
chcp %BALLAST_CODEPAGE% >nul
exit /b %BALLAST_STATUS%
