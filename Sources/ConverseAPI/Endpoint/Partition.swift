import WireText

/// A group of regions with host names of their own.
///
/// The suffixes and the rule by which a region's name tells its partition are those of the partitions file that all
/// AWS SDKs share.
public struct Partition: Sendable, Hashable {
    /// The id, as it stands in ARNs: `aws`, `aws-cn`, `aws-us-gov`, ...
    public let id: String
    /// The end of host names.
    public let suffix: String
    /// The end of host names that answer over IPv4 and IPv6.
    public let dualStackSuffix: String
    /// How the names of its regions begin.
    let regionPrefixes: [String]

    /// The partition of all public regions outside China.
    public static let commercial = Partition(
        id: "aws", suffix: "amazonaws.com", dualStackSuffix: "api.aws",
        regionPrefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"])
    /// China, run by companies of its own.
    public static let china = Partition(
        id: "aws-cn", suffix: "amazonaws.com.cn", dualStackSuffix: "api.amazonwebservices.com.cn",
        regionPrefixes: ["cn"])
    /// AWS GovCloud (US).
    public static let govCloud = Partition(
        id: "aws-us-gov", suffix: "amazonaws.com", dualStackSuffix: "api.aws", regionPrefixes: ["us-gov"])

    /// The partitions, the commercial one first.
    public static let all = [
        commercial, china, govCloud,
        Partition(
            id: "aws-iso", suffix: "c2s.ic.gov", dualStackSuffix: "api.aws.ic.gov", regionPrefixes: ["us-iso"]),
        Partition(
            id: "aws-iso-b", suffix: "sc2s.sgov.gov", dualStackSuffix: "api.aws.scloud", regionPrefixes: ["us-isob"]),
        Partition(
            id: "aws-iso-e", suffix: "cloud.adc-e.uk", dualStackSuffix: "api.cloud-aws.adc-e.uk",
            regionPrefixes: ["eu-isoe"]),
        Partition(
            id: "aws-iso-f", suffix: "csp.hci.ic.gov", dualStackSuffix: "api.aws.hci.ic.gov",
            regionPrefixes: ["us-isof"]),
        Partition(
            id: "aws-eusc", suffix: "amazonaws.eu", dualStackSuffix: "api.amazonwebservices.eu",
            regionPrefixes: ["eusc-de"]),
    ]

    /// The partition of a region; a name that fits no partition counts as commercial, as it does in the SDKs.
    public static func containing(region: String) -> Partition {
        all.first { $0.hasRegion(region) } ?? commercial
    }

    /// Whether the name is one of `prefix-words-number`: the regular expression `^(prefix)\-\w+\-\d+$` of the file.
    private func hasRegion(_ region: String) -> Bool {
        regionPrefixes.contains { prefix in
            guard region.hasPrefix(prefix + "-") else { return false }
            let parts = region.dropFirst(prefix.count + 1).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
            return parts[0].utf8.allSatisfy(Self.isWord) && parts[1].utf8.allSatisfy(\.isDigit)
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") }
}
