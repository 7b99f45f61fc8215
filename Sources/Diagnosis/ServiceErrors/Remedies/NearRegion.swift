import Catalog
import Evidence
import JSONText
import Report
import WireText

/// Where the reporter is, as far as the text shows it: profiles and regions that are named to him have to be near.
extension FailedCall {
    /// A region of AWS's for a part of the world; `nil` where the text names regions of several parts, or none.
    var nearRegion: String? {
        if let region = regionName { return region }
        let found = namedRegions(in: shown.prefix(32_768))
        guard let first = found.first, Set(found.map { $0.prefix { $0 != "-" } }).count == 1 else { return nil }
        return first
    }

    /// The regions that a list in the text allows: of an organization's policy, as JSON or as told in a sentence.
    ///
    /// Source: <https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html>.
    var allowedRegions: [String] {
        let around = shown.prefix(32_768)
        for line in around.split(whereSeparator: \.isNewline) {
            let lower = line.lowercased()
            // The place of the failure itself is no list.
            guard !lower.contains("not authorized to perform") else { continue }
            if lower.contains("allow") && lower.contains("scp") || lower.contains("allowed regions")
                || lower.contains("only allow") || lower.contains("approved regions")
            {
                let regions = namedRegions(in: Substring(line))
                if !regions.isEmpty { return regions }
            }
        }
        guard let key = around.firstRange(of: "aws:RequestedRegion"), around.contains("StringNotEquals") else {
            return []
        }
        return namedRegions(in: around[key.upperBound...].prefix { $0 != "]" && $0 != "}" })
    }

    private func namedRegions(in text: Substring) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }.map(String.init)
            .filter(RegionCatalog.isKnown)
            .reduce(into: []) { found, name in if !found.contains(name) { found.append(name) } }
    }
}
