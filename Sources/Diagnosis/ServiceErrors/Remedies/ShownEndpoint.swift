import Catalog
import JSONText

/// A host of AWS that a text names in a URL, and whether it does so in the line of a setting.
struct ShownEndpoint: Hashable {
    let name: AWSHostName

    /// Whether a name of a setting stands before it in its line: `base_url=https://...`, `AWS_ENDPOINT_URL: https://...`.
    let isSet: Bool

    /// Whether it is the host that lists models and calls none, in a region that there is.
    var isOfControlPlane: Bool { name.service == "bedrock" && name.region.map { RegionCatalog.isKnown($0) } ?? false }

    /// Names of settings, in small letters; longer ones end with them (`ANTHROPIC_BEDROCK_BASE_URL`).
    private static let settings = ["base_url", "baseurl", "base-url", "base url", "api_base"]
    private static let endpoints = ["endpoint_url", "endpointurl", "endpoint-url", "endpointoverride", "aws_endpoint"]

    /// Words of prose too: settings where nothing of a sentence stands before them.
    private static let plain = ["endpoint", "host"]

    /// Whether what stands before a URL is the name of a setting and what gives it its value.
    private static func names(_ before: String) -> Bool {
        var rest = Substring(before.lowercased())
        func drop(_ characters: String) { while let last = rest.last, characters.contains(last) { rest.removeLast() } }
        while let last = rest.last, last.isASCII, last.isLetter { rest.removeLast() }
        drop("\"'`\\ \t")
        for wrapper in ["uri.create(", "new uri(", "new url("] where rest.hasSuffix(wrapper) {
            rest = rest.dropLast(wrapper.count)
            drop(" ")
        }
        guard let sign = rest.last else { return false }
        let isFlag = rest.hasSuffix("--endpoint-url") || rest.hasSuffix("--base-url")
        guard isFlag || "=:(".contains(sign) else { return false }
        drop("=:(")
        drop("\"'`\\ \t")
        if (settings + endpoints).contains(where: rest.hasSuffix) { return true }
        let name = rest.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if String(name.reversed()).hasPrefix("aws_endpoint_url_") { return true }
        guard plain.contains(String(name.reversed())) else { return false }
        rest = rest.dropLast(name.count)
        drop(" \t")
        return rest.last.map { "\"'`({,.-*".contains($0) } ?? true
    }

    /// Hosts in the order of the text, each once; those of interface endpoints serve what they were made for.
    static func all(in text: String) -> [ShownEndpoint] {
        var found: [ShownEndpoint] = []
        for mark in text.ranges(of: "://").prefix(256) {
            let name = text[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
            }
            guard let host = AWSHostName(String(name.trimmed(of: "."))), !host.isInterfaceEndpoint else { continue }
            let before = text[..<mark.lowerBound].reversed().prefix(200).prefix { !$0.isNewline }
            let endpoint = ShownEndpoint(name: host, isSet: names(String(before.reversed())))
            if !found.contains(endpoint) { found.append(endpoint) }
        }
        return found
    }
}
