import JSONText
import WireText

/// The address of a gateway or proxy that a client was told to call in the place of AWS: its settings name a host of nobody's at
/// AWS.
struct GatewayAddress: Sendable, Hashable {
    /// The setting's name, as it is written.
    let setting: String
    /// Host and port.
    let host: String
    /// The path behind the host, without a slash at its end; empty where there is none.
    let path: String

    private static let settings = [
        "aws_bedrock_runtime_endpoint", "endpoint_url", "endpointUrl", "endpointOverride", "endpoint-url", "api_base",
        "base_url",
        "baseURL", "baseUrl", "ANTHROPIC_BEDROCK_BASE_URL", "ANTHROPIC_BASE_URL", "OPENAI_BASE_URL",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
        "AWS_ENDPOINT_URL_BEDROCK", "AWS_ENDPOINT_URL", "proxy_endpoint",
    ]

    /// The first such setting of a text; `nil` where none names another host than AWS's.
    init?(in text: String) {
        for line in text.prefix(32_768).split(whereSeparator: \.isNewline) {
            for name in Self.settings {
                guard let place = line.firstRange(of: name) else { continue }
                let rest = line[place.upperBound...]
                // `name = "https://..."`, `name: https://...`, `name("https://...")`, `name(URI.create("https://..."))`.
                guard let scheme = rest.prefix(48).firstRange(of: "://"),
                    rest[..<scheme.lowerBound].allSatisfy({ $0.isASCII && ($0.isLetter || " :=\"'(.".contains($0)) }),
                    ["http", "https"].contains(where: rest[..<scheme.lowerBound].hasSuffix)
                else { continue }
                let url = rest[scheme.upperBound...].prefix { !$0.isWhitespace && !"\"'`)>,;".contains($0) }
                let host = url.prefix { $0 != "/" }
                guard host.contains(where: \.isLetter) || host.contains("."), !host.contains("{"), !host.contains("$"),
                    AWSHostName(String(host.prefix { $0 != ":" })) == nil, !host.hasSuffix(".amazonaws.com"),
                    !host.hasSuffix(".api.aws")
                else { continue }
                setting = name
                self.host = String(host)
                path = String(url[host.endIndex...].trimmed(of: "/"))
                return
            }
        }
        return nil
    }
}
