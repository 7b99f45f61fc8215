import Report

/// Places that belong to a person, a phone, a browser, a desktop, and the machine in AWS that has a role of its own.
///
/// Sources: <https://docs.aws.amazon.com/sdk-for-kotlin/latest/developer-guide/credential-providers.html>,
/// <https://docs.aws.amazon.com/cognito/latest/developerguide/getting-credentials.html>,
/// <https://code.visualstudio.com/docs/configure/command-line> (the environment of the shell that starts it),
/// <https://code.claude.com/docs/en/vs-code>, <https://zed.dev/docs/ai/llm-providers>,
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html>.
extension ProgramPlace {
    static func isDevice(_ text: String) -> Bool {
        [
            "com.android.internal.", "zygoteinit", "dalvik.", "android.app.", "uiapplicationmain", "ios simulator",
            "android emulator", "react native", "react-native", "android app", "ios app",
        ].contains(where: text.contains)
    }

    static func isPage(_ text: String) -> Bool {
        [
            "import.meta.env.", "react_app_", "next_public_", "vite_aws", "from the browser", "in the browser",
            "chrome-extension://", "(in browser)",
        ].contains(where: text.contains)
    }

    /// Programs that live in an editor.
    private static let extensions: [ClientProgram] = [
        .cline, .rooCode, .kiloCode, .continueDev, .vsCodeExtension, .zed,
    ]

    static func isDesktop(_ program: ClientProgram?, _ text: String) -> Bool {
        let marks = [
            "vs code extension", "vscode extension", "vs code ui", "extension host", "claude-vscode", "intellij",
            "pycharm", "jetbrains", "webstorm", "goland", "rider", "from the dock", "in the dock",
            "launchpad", "spotlight", "start menu", "desktop app", "from finder", "from the gui", "app launcher",
            "desktop icon",
        ]
        return program.map(extensions.contains) ?? false || marks.contains(where: text.contains)
    }

    var ownRemedies: [Remedy] {
        switch self {
        case .device:
            [
                Remedy(
                    """
                    Give the client a provider of credentials in the code: an identity pool of Amazon Cognito, whose role for signed-in users may call the model; or, better, call a server of your own that calls \
                    Bedrock. An application on a phone has no chain of credentials: no variables, no ~/.aws, no instance. Never build access keys or an API key into it, where anybody reads them.
                    """)
            ]
        case .page:
            [
                Remedy(
                    """
                    Call Bedrock from your server, or give the client in the page the credentials of an identity pool of Amazon Cognito for signed-in users: a page in a browser has no chain of credentials, and what \
                    its bundler writes into it (VITE_, REACT_APP_, NEXT_PUBLIC_) everybody can read.
                    """)
            ]
        case .desktop(let program): [Self.ofDesktop(program)]
        case .instance:
            [
                Remedy(
                    """
                    An instance gets its credentials by its role alone: attach an instance profile with a role that may call the model (from a container on it, with hop limit 2 of IMDSv2), and leave keys out. \
                    The command shows the role's name that the instance has; nothing or 404 means none.
                    """,
                    command: """
                        curl -s -H "X-aws-ec2-metadata-token: $(curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' \
                        http://169.254.169.254/latest/api/token)" http://169.254.169.254/latest/meta-data/iam/security-credentials/
                        """)
            ]
        default: []
        }
    }

    /// A program that a desktop has started, which knows nothing of what the shell's own files export.
    ///
    /// - Parameter program: The program in the editor, or the editor itself.
    static func ofDesktop(_ program: ClientProgram?) -> Remedy {
        let place =
            switch program {
            case .claudeCode?:
                "claudeCode.environmentVariables in the settings of VS Code, or env in ~/.claude/settings.json (CLAUDE_CODE_USE_BEDROCK, AWS_PROFILE, AWS_REGION)"
            case .cline?, .rooCode?, .kiloCode?:
                "the extension's own settings for Bedrock (AWS profile and its name, or keys)"
            case .continueDev?: "env of the model in config.yaml (profile, region)"
            case .zed?: "language_models.bedrock in settings.json (authentication_method, profile, region)"
            default:
                "its own settings (a profile's name, its variables of the environment, the run configuration of a JetBrains IDE)"
            }
        return Remedy(
            """
            Name profile and region where the program itself reads them: \(place). What the desktop started (dock, launcher, start menu), and an extension in it, has not the variables that your shell's files export, \
            so that what works in a terminal says nothing of it. Or close all its windows and start it from the terminal in which the AWS CLI works. Reload the window, or restart it, after each change.
            """)
    }
}
