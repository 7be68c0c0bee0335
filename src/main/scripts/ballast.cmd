@echo off
rem Runs Ballast on Windows. From a checkout it builds the jar first when it is missing or older than
rem its sources.
rem   BALLAST_JAVA_OPTS   more options for Java, for example -Xmx4g
rem   JAVA_HOME           the JDK to use; otherwise the java of the PATH
setlocal DisableDelayedExpansion
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

rem The library of the SQLite driver is taken out of its jar once, not at every start, into a folder of the jar's
rem name. Where that does not go the driver does it as ever; so it does when several versions lie there.
set "BALLAST_SQLITE="
for %%J in ("%BALLAST_HOME%\target\lib\sqlite-jdbc-*.jar") do if defined BALLAST_SQLITE (set "BALLAST_SQLITE=none") else (set "BALLAST_SQLITE=%%~nJ")
if not defined BALLAST_SQLITE set "BALLAST_SQLITE=none"
set "BALLAST_NATIVE=%BALLAST_HOME%\target\native\%BALLAST_SQLITE%"
set "BALLAST_NEW=%BALLAST_HOME%\target\native\new-%RANDOM%%RANDOM%"
if not "%BALLAST_SQLITE%"=="none" if not exist "%BALLAST_NATIVE%" (
  mkdir "%BALLAST_NEW%" >nul 2>&1
  if exist "%BALLAST_NEW%" "%BALLAST_JAVA%" -cp "%BALLAST_JAR%" ballast.cli.tm.DriverLibrary "%BALLAST_NEW%" >nul 2>&1 && ren "%BALLAST_NEW%" "%BALLAST_SQLITE%" >nul 2>&1
  if exist "%BALLAST_NEW%" rmdir /s /q "%BALLAST_NEW%" >nul 2>&1
)

rem Ballast writes UTF-8; the console must read it so, and gets its own code page back afterwards. "mode con" says how wide
rem the window is: its fifth line has the columns, in every language of Windows.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "BALLAST_CODEPAGE=%%C"
set "BALLAST_CODEPAGE=%BALLAST_CODEPAGE: =%"
chcp 65001 >nul
set "BALLAST_WIDTH="
for /f "skip=4 tokens=2 delims=:" %%W in ('mode con 2^>nul') do if not defined BALLAST_WIDTH set "BALLAST_WIDTH=%%W"
if not defined BALLAST_WIDTH set "BALLAST_WIDTH=0"
set "BALLAST_WIDTH=%BALLAST_WIDTH: =%"
rem Java's second compiler costs these commands up to twice what it saves.
set "BALLAST_COMPILER="
if "%~1 %~2"=="tm import" set "BALLAST_COMPILER=-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -XX:InlineSmallCode=800 -XX:MaxInlineLevel=8 -XX:LoopUnrollLimit=10"
if "%~1"=="serve" set "BALLAST_COMPILER=-Xmn16m"
if "%~1"=="open" set "BALLAST_COMPILER=-Xmn16m"
for %%C in (align check diff split translate) do if "%~1"=="%%C" set "BALLAST_COMPILER=-XX:TieredStopAtLevel=1"
if "%~1 %~2"=="tm search" if not "%~3"=="--file" set "BALLAST_COMPILER=-XX:TieredStopAtLevel=1 -Xmn4m"
rem Java on Windows replaces what the code page of the system lacks in its arguments. A variable reaches it as it is.
set BALLAST_LINE=%*
"%BALLAST_JAVA%" -XX:+UseSerialGC %BALLAST_COMPILER% -Xshare:auto "-Dorg.sqlite.lib.path=%BALLAST_NATIVE%" -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN -Dfile.encoding=UTF-8 -Dballast.console.columns=%BALLAST_WIDTH% -Dballast.line=BALLAST_LINE %BALLAST_JAVA_OPTS% -jar "%BALLAST_JAR%"
set "BALLAST_STATUS=%ERRORLEVEL%"
chcp %BALLAST_CODEPAGE% >nul
exit /b %BALLAST_STATUS%
