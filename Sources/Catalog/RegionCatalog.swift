import WireText

/// The regions that are known, and what a name that is none of them was meant to be.
///
/// A name absent from the catalog is not refused: AWS opens regions faster than tables follow, and DNS decides. The
/// catalog serves to explain, to suggest, and to list the regions of `--regions all`.
package enum RegionCatalog {
    /// Every region of every partition.
    package static var all: [Region] { regionTable }

    /// The regions of `--regions all`: those of the commercial partition.
    ///
    /// One pair of credentials cannot reach the other partitions. The list includes the regions without Bedrock: "not
    /// there" is an answer, and the table may be behind.
    package static let commercial: [Region] = commercialRegions

    private static let byName: [String: Region] = Dictionary(
        uniqueKeysWithValues: regionTable.map { ($0.name, $0) })

    /// The region of exactly this name.
    package static func region(named name: String) -> Region? { byName[name] }

    /// Whether the name is a known region, spelt exactly.
    package static func isKnown(_ name: String) -> Bool { byName[name] != nil }

    /// Whether Bedrock's runtime is in the region: `nil` for a name the catalog does not know.
    package static func hasBedrockRuntime(_ name: String) -> Bool? { byName[name]?.hasBedrockRuntime }

    /// Whether the name has the form of a region (`xx-word-1`, `us-gov-east-1`), known or not.
    package static func isWellFormed(_ name: some StringProtocol) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.count <= 4, let number = parts.last, let area = parts.first else { return false }
        let words = parts.dropLast()
        return (2...4).contains(area.count) && (1...2).contains(number.count)
            && number.allSatisfy { $0.isDigit }
            && words.allSatisfy { word in
                !word.isEmpty && word.allSatisfy { $0.isLowercaseLetter }
            }
    }

    /// Whether the name is a known region, or has the parts of one that may be newer than the catalog: an area that AWS uses
    /// and a direction, such as `sa-west-1`.
    package static func looksLikeRegion(_ name: String) -> Bool {
        if isKnown(name) { return true }
        let parts = name.split(separator: "-")
        guard isWellFormed(name), parts.count >= 3, let area = parts.first else { return false }
        return areas.contains(area) && directions.contains(parts[parts.count - 2])
    }

    private static let areas: Set<Substring> = Set(regionTable.compactMap { $0.name.split(separator: "-").first })

    private static let directions: Set<Substring> = Set(
        regionTable.compactMap { $0.name.split(separator: "-").dropLast().last })

    /// The region that an availability zone, local zone or zone id lies in, or `nil` when the name is none of these.
    ///
    /// `us-east-1a` and `us-west-2-lax-1a` are zone names, `use1-az4` is a zone id
    /// (<https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html>).
    package static func region(ofAvailabilityZone zone: String) -> String? {
        if byName[zone] != nil { return nil }
        for region in regionTable where zone.hasPrefix(region.name) {
            let tail = zone.utf8.dropFirst(region.name.utf8.count)
            if tail.count == 1, tail.allSatisfy({ $0.isLowercaseLetter }) {
                return region.name
            }
            if tail.count > 2, tail.first == UInt8(ascii: "-") { return region.name }
        }
        guard let marker = zone.utf8.lastIndex(of: UInt8(ascii: "-")), zone[marker...].hasPrefix("-az") else {
            return nil
        }
        let abbreviation = String(zone[..<marker])
        return regionTable.first { zoneIDPrefix(of: $0.name) == abbreviation }?.name
    }

    /// Whether the name is an availability zone, local zone or zone id rather than a region.
    package static func isAvailabilityZone(_ name: String) -> Bool { region(ofAvailabilityZone: name) != nil }

    /// The first part of the zone ids of a region: `us-east-1` gives `use1`, `ap-northeast-2` gives `apne2`.
    private static func zoneIDPrefix(of region: String) -> String {
        let short = ["northeast": "ne", "southeast": "se", "northwest": "nw", "southwest": "sw"]
        let parts = region.split(separator: "-")
        return parts.enumerated().map { index, part in
            if index == 0 || index == parts.count - 1 { return String(part) }
            return short[String(part)] ?? String(part.prefix(1))
        }.joined()
    }
}
