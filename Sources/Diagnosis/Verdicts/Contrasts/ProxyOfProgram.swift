import Report
import WireText

/// How the user of a finished program hands it a proxy: its code is not his to change.
///
/// Sources: <https://code.claude.com/docs/en/corporate-proxy>, <https://code.visualstudio.com/docs/setup/network>,
/// <https://docs.cline.bot/more-info/telemetry>, <https://zed.dev/docs/configuring-zed#proxy>, <https://opencode.ai/docs/network/>,
/// <https://docs.continue.dev/reference>, <https://nodejs.org/api/cli.html#node_use_env_proxy1>.
enum ProxyOfProgram {
    private static let settings: [(ClientProgram, String)] = [
        (
            .claudeCode,
            """
            Set HTTPS_PROXY (http://HOST:PORT, no SOCKS, no PAC file) under env of ~/.claude/settings.json, and the company's authority in NODE_EXTRA_CA_CERTS there: Claude Code reads both, and so they hold however it is started. Keep \
            bedrock-runtime out of NO_PROXY
            """
        ),
        (.cline, editor("Cline")), (.rooCode, editor("Roo Code")), (.kiloCode, editor("Kilo Code")),
        (.vsCodeExtension, editor("the extension")), (.kiro, editor("Kiro")),
        (
            .continueDev,
            """
            Set requestOptions.proxy of the model in Continue's config.yaml, and http.proxy and "http.proxySupport": "override" in VS Code's settings, since its provider for Bedrock calls by the AWS SDK
            """
        ),
        (
            .zed,
            """
            Set "proxy": "http://HOST:PORT" in Zed's settings.json: started from the desktop it has not the variables of your shell; or start it from the shell in which HTTPS_PROXY is set
            """
        ),
        (
            .opencode,
            "Set HTTPS_PROXY, and NO_PROXY=localhost,127.0.0.1, in the environment in which opencode starts: it reads both, and its own server must stay out of the proxy"
        ),
        (
            .aider,
            "Set HTTPS_PROXY in the environment in which aider starts: botocore, by which it calls, reads it in small and in capital letters"
        ),
        (
            .libreChat,
            "Set PROXY=http://HOST:PORT in LibreChat's .env, and HTTPS_PROXY in the environment of its container"
        ),
        (
            .openWebUI,
            "Set https_proxy in the environment of Open WebUI's container, and that of the gateway or pipe behind it that calls Bedrock"
        ),
    ]

    private static func editor(_ name: String) -> String {
        """
        Set "http.proxy": "http://HOST:PORT" and "http.proxySupport": "override" in the editor's settings, and reload the window: \(name) calls by the AWS SDK, which hands Node an agent of its own, and only override \
        puts the editor's proxy in its place
        """
    }

    /// What to do in a program that its user did not write; `nil` for one whose code is the reporter's.
    ///
    /// - Parameter isIgnored: Whether the report says that the program does not take the proxy.
    static func remedy(_ program: ClientProgram?, isIgnored: Bool) -> Remedy? {
        guard let program, let found = settings.first(where: { $0.0 == program }) else { return nil }
        if isIgnored, [.claudeCode, .opencode, .zed].contains(program) {
            return Remedy(
                """
                Update \(program.name), whose present versions take a proxy by their documents: \(found.1.beginningLower). \(Self.otherwise(program.name))
                """)
        }
        if isIgnored {
            return Remedy("\(Self.otherwise(program.name)) Its own way to take one: \(found.1.beginningLower).")
        }
        return Remedy("\(found.1). \(Self.otherwise(program.name))")
    }

    /// What helps whatever a program does with a proxy.
    static func otherwise(_ name: String) -> String {
        """
        Where \(name) goes straight out all the same, give it a way that needs no proxy: a gateway on the own machine or network that takes the proxy (LiteLLM with HTTPS_PROXY) as its base URL, or a VPC endpoint for bedrock-runtime \
        that the network reaches.
        """
    }
}

extension String {
    /// The same within a sentence.
    fileprivate var beginningLower: String { prefix(1).lowercased() + dropFirst() }
}
