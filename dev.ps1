# SPDX-License-Identifier: Apache-2.0
# The Windows twin of ./dev: Visual Studio's compiler, vcpkg in manifest mode (vcpkg.json), libtorch from the Python wheel.
# Written with care and UNTESTED until somebody runs it; please report what happens.
[CmdletBinding()]
param(
    [switch]$Yes,
    [Parameter(Position = 0)][ValidateSet('demo', 'test', 'studio', 'bench', 'build', 'setup')][string]$Command = 'build',
    [Parameter(ValueFromRemainingArguments = $true)][string[]]$Rest
)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot
$TorchVersion = '2.13.0'
$TorchIndex = 'https://download.pytorch.org/whl/cpu'
$ReferencePackages = @('diffusers==0.42.1', 'transformers==5.23.0', 'sentencepiece', 'ftfy', 'accelerate', 'safetensors', 'protobuf', 'pillow', 'numpy', 'clang-format==14.0.6')
$Deps = Join-Path $PSScriptRoot '.deps'

function Say([string]$Text) { Write-Host "==> $Text" -ForegroundColor Cyan }
function Fail([string]$What, [string]$Hint) { Write-Host "longtake: $What" -ForegroundColor Red; Write-Host "  $Hint"; exit 1 }
function Invoke-Checked([string]$What, [scriptblock]$Body) {
    Say $What
    & $Body
    if ($LASTEXITCODE -ne 0) { Fail "$What failed (exit code $LASTEXITCODE)" 'The output above names the cause. Run the same command again afterwards; finished steps are kept.' }
}
function Confirm-Install([string]$What) {
    if ($Yes -or $env:CI) { return }
    $answer = Read-Host "$What is missing. Install it now? [y/N]"
    if ($answer -notin @('y', 'Y')) { Fail 'stopped: nothing was installed' "Install $What yourself, then run .\dev.ps1 again." }
}
function Install-Tool([string]$Tool, [string]$WingetId) {
    if (Get-Command $Tool -ErrorAction SilentlyContinue) { return }
    if (-not (Get-Command winget -ErrorAction SilentlyContinue)) { Fail "$Tool is not installed and winget is not available" "Install $Tool, then run .\dev.ps1 again." }
    Confirm-Install $Tool
    Invoke-Checked "Installing $Tool" { winget install --id $WingetId --accept-package-agreements --accept-source-agreements }
    $env:Path = [Environment]::GetEnvironmentVariable('Path', 'Machine') + ';' + [Environment]::GetEnvironmentVariable('Path', 'User')
}

function Install-Prerequisites {
    Install-Tool 'git' 'Git.Git'
    Install-Tool 'cmake' 'Kitware.CMake'
    Install-Tool 'python' 'Python.Python.3.12'
    $vswhere = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
    $found = (Test-Path $vswhere) -and (& $vswhere -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath)
    if (-not $found) {
        Confirm-Install 'Visual Studio Build Tools (C++)'
        Invoke-Checked 'Installing the C++ build tools' { winget install --id Microsoft.VisualStudio.2022.BuildTools --override '--quiet --wait --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended' }
    }
    if (-not (Test-Path "$Deps\vcpkg\vcpkg.exe")) {
        New-Item -ItemType Directory -Force $Deps | Out-Null
        Invoke-Checked 'Fetching vcpkg' { git clone --depth 1 https://github.com/microsoft/vcpkg "$Deps\vcpkg" }
        Invoke-Checked 'Preparing vcpkg' { & "$Deps\vcpkg\bootstrap-vcpkg.bat" -disableMetrics }
    }
}

function Install-Torch {
    if ($env:Torch_DIR -or (Test-Path "$Deps\torch\lib")) { return }
    if (-not (Test-Path "$Deps\fetch\Scripts\pip.exe")) { Invoke-Checked 'Preparing the downloader' { python -m venv "$Deps\fetch" } }
    New-Item -ItemType Directory -Force "$Deps\wheels" | Out-Null
    Invoke-Checked "Downloading libtorch $TorchVersion" { & "$Deps\fetch\Scripts\pip.exe" download --no-deps -d "$Deps\wheels" --extra-index-url $TorchIndex "torch==$TorchVersion+cpu" }
    $wheel = Get-ChildItem "$Deps\wheels\torch-*.whl" | Select-Object -First 1
    Say 'Unpacking libtorch'
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($wheel.FullName, "$Deps\torch.part")
    Move-Item "$Deps\torch.part\torch" "$Deps\torch"
    Remove-Item -Recurse -Force "$Deps\torch.part"
}

function Install-Reference {
    if ((Test-Path "$Deps\reference\.ready") -and (Get-Content "$Deps\reference\.ready") -eq "$ReferencePackages") { return }
    Invoke-Checked 'Preparing the Python reference' { python -m venv "$Deps\reference" }
    Invoke-Checked 'Installing the Python reference' { & "$Deps\reference\Scripts\pip.exe" install --find-links "$Deps\wheels" --extra-index-url $TorchIndex "torch==$TorchVersion+cpu" @ReferencePackages }
    Set-Content "$Deps\reference\.ready" "$ReferencePackages"
}

function Invoke-Build {
    Install-Prerequisites
    Install-Torch
    Invoke-Checked 'Configuring' { cmake -S . -B build -DCMAKE_TOOLCHAIN_FILE="$Deps\vcpkg\scripts\buildsystems\vcpkg.cmake" }
    Invoke-Checked 'Building' { cmake --build build --config Release --parallel }
    $env:Path = "$Deps\torch\lib;$env:Path"
}

switch ($Command) {
    'setup' { Install-Prerequisites; Install-Torch; Install-Reference }
    'build' { Invoke-Build }
    'test' { Invoke-Build; Install-Reference; Invoke-Checked 'Testing' { ctest --test-dir build -C Release --output-on-failure @Rest } }
    'demo' { Invoke-Build; Invoke-Checked 'Rendering the bundled story' { & build\bin\Release\longtake.exe demo -o longtake-demo.mp4 }; Say "The film is here: $PSScriptRoot\longtake-demo.mp4" }
    'studio' { Invoke-Build; & build\bin\Release\longtake-studio.exe @Rest }
    'bench' { Invoke-Build; Install-Reference; & build\bin\Release\longtake.exe bench @Rest }
}
