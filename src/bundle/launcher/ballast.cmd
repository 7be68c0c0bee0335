@echo off
rem Starts Ballast on Windows.
rem   BALLAST_JAVA_OPTS   more options for Java, for example -Xmx4g
setlocal DisableDelayedExpansion
for %%I in ("%~dp0..") do set "BALLAST_HOME=%%~fI"
set "BALLAST_LIB=%BALLAST_HOME%\lib"
rem Where an installer puts it.
if exist "%BALLAST_HOME%\app\ballast.jar" set "BALLAST_LIB=%BALLAST_HOME%\app"

rem Its own Java, or else the one of JAVA_HOME or the PATH.
set "BALLAST_JAVA=%BALLAST_HOME%\runtime\bin\java.exe"
if exist "%BALLAST_JAVA%" goto found
set "BALLAST_JAVA="
for %%J in (java.exe) do set "BALLAST_JAVA=%%~$PATH:J"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "BALLAST_JAVA=%JAVA_HOME%\bin\java.exe"
if not defined BALLAST_JAVA (
  echo error: Java was not found 1>&2
  echo try:   install Java 17 or later, or set JAVA_HOME to it, or take the Ballast that brings its own Java 1>&2
  exit /b 2
)
:found

rem The driver of the memory loads a library, of which Java 24 and later warn if nobody says so.
set "BALLAST_NATIVE="
for /f "tokens=2 delims==." %%V in ('findstr /b JAVA_VERSION= "%BALLAST_JAVA%\..\..\release" 2^>nul') do if %%~V GEQ 24 set "BALLAST_NATIVE=--enable-native-access=ALL-UNNAMED"

rem Java's second compiler costs these commands up to twice what it saves; a server takes less memory this way.
set "BALLAST_QUICK="
set "BALLAST_CLASSES=%BALLAST_LIB%\commands.jsa"
if "%~1 %~2"=="tm import" set "BALLAST_QUICK=-XX:+IgnoreUnrecognizedVMOptions -XX:FreqInlineSize=80 -XX:InlineSmallCode=800 -XX:MaxInlineLevel=8 -XX:LoopUnrollLimit=10"
if "%~1"=="serve" set "BALLAST_QUICK=-Xmn16m"
if "%~1"=="open" set "BALLAST_QUICK=-Xmn16m"
for %%C in (align check diff split translate) do if "%~1"=="%%C" set "BALLAST_QUICK=-XX:TieredStopAtLevel=1"
if "%~1 %~2"=="tm search" if not "%~3"=="--file" (
  set "BALLAST_QUICK=-XX:TieredStopAtLevel=1 -Xmn4m"
  set "BALLAST_CLASSES=%BALLAST_LIB%\lookup.jsa"
)
set "BALLAST_ARCHIVE="
if exist "%BALLAST_CLASSES%" set "BALLAST_ARCHIVE=-XX:SharedArchiveFile="%BALLAST_CLASSES%""
set "BALLAST_DRIVER="
if exist "%BALLAST_LIB%\native" set "BALLAST_DRIVER=-Dorg.sqlite.lib.path="%BALLAST_LIB%\native""

rem Ballast writes UTF-8; the console must read it so, and gets its own code page back afterwards. "mode con" says how wide
rem the window is: its fifth line has the columns, in every language of Windows.
for /f "tokens=2 delims=:." %%C in ('chcp') do set "BALLAST_CODEPAGE=%%C"
set "BALLAST_CODEPAGE=%BALLAST_CODEPAGE: =%"
chcp 65001 >nul
set "BALLAST_WIDTH="
for /f "skip=4 tokens=2 delims=:" %%W in ('mode con 2^>nul') do if not defined BALLAST_WIDTH set "BALLAST_WIDTH=%%W"
if not defined BALLAST_WIDTH set "BALLAST_WIDTH=0"
set "BALLAST_WIDTH=%BALLAST_WIDTH: =%"

rem Java on Windows turns signs of its arguments that the code page of the system lacks into question marks. A variable
rem reaches it as it is: Ballast takes its arguments out of BALLAST_LINE.
set BALLAST_LINE=%*
"%BALLAST_JAVA%" -XX:+UseSerialGC %BALLAST_QUICK% -Xshare:auto %BALLAST_ARCHIVE% -Xlog:cds=off -Xlog:class+path=off %BALLAST_NATIVE% %BALLAST_DRIVER% -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=WARN -Dfile.encoding=UTF-8 -Dballast.console.columns=%BALLAST_WIDTH% -Dballast.line=BALLAST_LINE %BALLAST_JAVA_OPTS% -cp "%BALLAST_LIB%\*" ballast.cli.Main
set "BALLAST_STATUS=%ERRORLEVEL%"
chcp %BALLAST_CODEPAGE% >nul
exit /b %BALLAST_STATUS%
