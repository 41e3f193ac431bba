@echo off
rem Starts Monazite from a checkout on Windows; builds it when the program is missing.
setlocal
set "HOME_DIR=%~dp0"
set "JDK="
for %%J in ("%MONAZITE_JAVA_HOME%" "%JAVA_HOME%" "%JAVA25_HOME%") do call :try "%%~J"
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%USERPROFILE%\.jdks\*") do call :try "%%~J"
if not defined JDK (
  echo monazite: no JDK of version 25 or newer was found. Maybe install Temurin 25 ^(https://adoptium.net^), or set MONAZITE_JAVA_HOME to the folder of one. 1>&2
  exit /b 2
)
set "JAVA_HOME=%JDK%"
set "JAR=%HOME_DIR%app\target\monazite\monazite.jar"
if not exist "%JAR%" (
  echo monazite: building the program ... 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -B -ntp package -Dquick -Dmaven.test.skip=true 1>&2
  popd
)
if not exist "%JAR%" (
  echo monazite: the build failed; the lines above say why. 1>&2
  exit /b 1
)
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -XX:-UsePerfData -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b
if "%~1"=="" exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
  if %%~V geq 25 set "JDK=%~1"
)
exit /b
