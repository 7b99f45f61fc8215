import Catalog
import JSONText

/// A host of AWS that a text names in a URL, and whether it does so in the line of a setting.
struct ShownEndpoint: Hashable {
    let name: AWSHostName

    /// Whether a name of a setting stands before it in its line: `base_url=https://...`, `AWS_ENDPOINT_URL: https://...`.
    let isSet: Bool

    /// Whether it is the host that lists models and calls none, in a region that there is.
    var isOfControlPlane: Bool { name.service == "bedrock" && name.region.map { RegionCatalog.isKnown($0) } ?? false }

    /// Names of settings, in small letters.
    private static let settings = [
        "base_url", "base url", "baseurl", "api_base", "endpoint_url", "endpointurl", "aws_endpoint", "endpoint",
        "host",
    ]

    /// Hosts in the order of the text, each once; those of interface endpoints serve what they were made for.
    static func all(in text: String) -> [ShownEndpoint] {
        var found: [ShownEndpoint] = []
        for mark in text.ranges(of: "://").prefix(256) {
            let name = text[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0))
            }
            guard let host = AWSHostName(String(name.trimmed(of: "."))), !host.isInterfaceEndpoint else { continue }
            let before = text[..<mark.lowerBound].reversed().prefix(200).prefix { !$0.isNewline }
            let line = String(before.reversed()).lowercased()
            let endpoint = ShownEndpoint(name: host, isSet: settings.contains(where: line.contains))
            if !found.contains(endpoint) { found.append(endpoint) }
        }
        return found
    }
}
