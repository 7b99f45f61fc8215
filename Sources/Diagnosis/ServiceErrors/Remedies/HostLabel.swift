import Catalog
import Report
import WireText

/// A label of a host that was taken for its region, as signers do that read the region from a fixed place in the name.
///
/// Source: <https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html>: the region stands behind the service.
struct HostLabel {
    /// What was signed for, where it is no region.
    private let label: String?
    private let host: (name: String, parts: AWSHostName)?

    /// - Parameters:
    ///   - text: Everything that was pasted.
    ///   - signed: The region that the request was signed for, where the service says it; `nil` where it is a region, and the host
    ///     that was called is none with labels of its own.
    init?(_ text: String, signed: String?) {
        let hosts = text.prefix(32_768).split { !($0.isLetter || $0.isNumber || ".-_".contains($0)) }
            .compactMap { word in AWSHostName(String(word)).map { (name: String(word), parts: $0) } }
            .filter { $0.parts.region != nil && $0.parts.region != signed }
        let isName = signed.map { !$0.isEmpty && !RegionCatalog.looksLikeRegion($0) } ?? false
        label = isName ? signed : nil
        let endpoint = hosts.first { $0.parts.isInterfaceEndpoint }
        let labelled = label.flatMap { label in
            hosts.first { $0.name.split(separator: ".").contains(Substring(label)) || $0.name.hasPrefix(label) }
        }
        host = labelled ?? endpoint
        guard host != nil || label.map({ $0.hasPrefix("vpc") || ["amazonaws", "com", "vpce"].contains($0) }) ?? false
        else { return nil }
    }

    private func shown(_ text: String) -> String { PrintableText.escaped(text, limit: 120) }

    var remedy: Remedy {
        guard let host, let region = host.parts.region else {
            return Remedy(
                """
                '\(shown(label ?? ""))' is a part of the host's name and no region: the signer reads the region from a place in the name where \
                it does not stand. Set the region by hand in the signer's or client's options (AWS_REGION): it is the one behind the service in \
                the host (ID.SERVICE.REGION.vpce.amazonaws.com).
                """)
        }
        let why =
            label.map { "'\(shown($0))' is a part of its name and no region" }
            ?? "a signer that reads the region from a fixed place in the name takes another part for it"
        let kind = host.parts.isInterfaceEndpoint ? ", which is one of a VPC endpoint," : ""
        return Remedy(
            """
            The host \(shown(host.name))\(kind) is in the region \(region); \(why). Set the region by hand in the signer's or client's options, \
            AWS_REGION=\(region), and do not let the library read it from the URL; a newer version of it may know such names.
            """)
    }
}
