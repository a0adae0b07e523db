; Inno Setup 6: an installer for one user, without the rights of an administrator, from the folder dist\counterdraft.
; iscc /DVersion=0.1.0 packaging\windows\counterdraft.iss

#ifndef Version
  #error "Give the version: iscc /DVersion=0.1.0 packaging\windows\counterdraft.iss"
#endif

[Setup]
AppId=Counterdraft
AppName=Counterdraft
AppVersion={#Version}
AppPublisher=Counterdraft
DefaultDirName={autopf}\Counterdraft
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\counterdraft.ico
UninstallDisplayIcon={app}\counterdraft-desktop.exe
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=counterdraft-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes

[Files]
Source: "..\..\dist\counterdraft\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Counterdraft"; Filename: "{app}\counterdraft-desktop.exe"

[Registry]
; A matter is ours: a double click opens it.
Root: HKCU; Subkey: "Software\Classes\.counterdraft"; ValueType: string; ValueData: "Counterdraft.Matter"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Counterdraft.Matter"; ValueType: string; ValueData: "Counterdraft matter"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Counterdraft.Matter\DefaultIcon"; ValueType: string; ValueData: "{app}\counterdraft-desktop.exe,0"
Root: HKCU; Subkey: "Software\Classes\Counterdraft.Matter\shell\open\command"; ValueType: string; ValueData: """{app}\counterdraft-desktop.exe"" ""%1"""

; Documents stay with the programs that they have; ours is offered under "Open with".
Root: HKCU; Subkey: "Software\Classes\Counterdraft.Document"; ValueType: string; ValueData: "Document for review"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Counterdraft.Document\shell\open\command"; ValueType: string; ValueData: """{app}\counterdraft-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.docx\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.docm\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.dotx\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.doc\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.pdf\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.odt\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.rtf\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.html\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.htm\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.txt\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.md\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.eml\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.msg\OpenWithProgids"; ValueType: string; ValueName: "Counterdraft.Document"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\counterdraft-desktop.exe"; Description: "Start Counterdraft"; Flags: nowait postinstall skipifsilent
