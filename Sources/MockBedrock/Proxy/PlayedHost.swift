import WireText

/// A host of AWS's that the server answers for when a client calls it through the server as a proxy.
package struct PlayedHost: Sendable, Hashable {
    /// The name in small letters.
    package let name: String
    /// The region that is called by it.
    package let region: String

    /// The services that a mock plays: the runtime, the reads of the control plane, and whose keys they are.
    private static let services: Set<String> = ["bedrock-runtime", "bedrock", "sts"]

    /// What stands behind the region, of every partition and of the dual-stack hosts (botocore's `endpoints.json`).
    package static let suffixes: Set<String> = [
        "amazonaws.com", "api.aws", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "amazonaws.eu",
        "api.amazonwebservices.eu", "c2s.ic.gov", "api.aws.ic.gov", "sc2s.sgov.gov", "api.aws.scloud", "cloud.adc-e.uk",
        "api.cloud-aws.adc-e.uk", "csp.hci.ic.gov", "api.aws.hci.ic.gov",
    ]

    /// Reads a host; nil for one of another service, and for one that is not AWS's.
    package init?(_ host: String) {
        name = host.asciiLowercased
        // The one host of STS that has no region is that of the oldest one.
        if name == "sts.amazonaws.com" {
            region = "us-east-1"
            return
        }
        let labels = name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard labels.count == 3, Self.suffixes.contains(String(labels[2])) else { return nil }
        let service = labels[0].hasSuffix("-fips") ? labels[0].dropLast(5) : labels[0]
        guard Self.services.contains(String(service)), Self.isRegion(labels[1]) else { return nil }
        region = String(labels[1])
    }

    /// Whether it has the form of a region: `us-east-1`.
    private static func isRegion(_ label: Substring) -> Bool {
        let parts = label.split(separator: "-", omittingEmptySubsequences: false)
        return (3...5).contains(parts.count) && label.utf8.count <= 32
            && parts.dropLast().allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isLowercaseLetter) }
            && parts.last?.isEmpty == false && parts.last?.utf8.allSatisfy(\.isDigit) == true
    }
}
