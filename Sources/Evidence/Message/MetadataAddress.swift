import JSONText
import WireText

/// The link-local addresses at which a machine of AWS hands out the credentials of its role.
///
/// Sources: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html>,
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>.
package enum MetadataAddress: String, Sendable, Hashable, CaseIterable {
    case instance
    case container
    case pod

    /// The addresses, IPv4 first.
    package var addresses: [String] {
        switch self {
        case .instance: ["169.254.169.254", "fd00:ec2::254"]
        case .container: ["169.254.170.2"]
        case .pod: ["169.254.170.23", "fd00:ec2::23"]
        }
    }

    /// Whose address it is.
    package var title: String {
        switch self {
        case .instance: "EC2 instance metadata"
        case .container: "the credentials endpoint of ECS"
        case .pod: "the EKS Pod Identity agent"
        }
    }

    /// Whether a host, with or without brackets and port, is one of the addresses.
    package static func isHost(_ host: String) -> Bool {
        let bare = host.trimmed(of: "[]")
        return allCases.contains { kind in
            kind.addresses.contains { bare == $0 || bare.hasPrefix($0 + "]") || bare.hasPrefix($0 + ":") }
        }
    }

    /// The kind whose address a text names.
    package init?(in text: String) {
        let bytes = Array(text.utf8.prefix(65_536))[...]
        let found = Self.allCases.first { kind in kind.addresses.contains { Self.contains($0, in: bytes) } }
        guard let found else { return nil }
        self = found
    }

    /// Whether an address stands in a text by itself: `169.254.170.2` is the beginning of another one, too.
    private static func contains(_ address: String, in text: ByteText) -> Bool {
        var rest = text
        while let range = rest.range(of: address) {
            if !(text[range.upperBound...].first?.isDigit ?? false) { return true }
            rest = text[range.upperBound...]
        }
        return false
    }
}
