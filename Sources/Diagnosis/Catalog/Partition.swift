/// A separate AWS cloud: its own accounts, credentials and host names.
package enum Partition: String, Sendable, Hashable, CaseIterable {
    case commercial = "aws"
    case china = "aws-cn"
    case govCloud = "aws-us-gov"
    case iso = "aws-iso"
    case isoB = "aws-iso-b"
    case isoE = "aws-iso-e"
    case isoF = "aws-iso-f"
    case europeanSovereign = "aws-eusc"

    /// The end of every host name of the partition, without a leading dot (AWS's public endpoint data).
    package var dnsSuffix: String {
        switch self {
        case .commercial, .govCloud: "amazonaws.com"
        case .china: "amazonaws.com.cn"
        case .iso: "c2s.ic.gov"
        case .isoB: "sc2s.sgov.gov"
        case .isoE: "cloud.adc-e.uk"
        case .isoF: "csp.hci.ic.gov"
        case .europeanSovereign: "amazonaws.eu"
        }
    }

    /// The partition that a region of this name would be in, by its first words; `.commercial` when nothing else fits.
    package init(regionNamed name: some StringProtocol) {
        let prefixes: [(String, Partition)] = [
            ("cn-", .china), ("us-gov-", .govCloud), ("us-iso-", .iso), ("us-isob-", .isoB), ("eu-isoe-", .isoE),
            ("us-isof-", .isoF), ("eusc-", .europeanSovereign),
        ]
        self = prefixes.first { name.hasPrefix($0.0) }?.1 ?? .commercial
    }
}
