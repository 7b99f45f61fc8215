import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A region that is set to nothing, or to a name that no region has, beside a host that was not found: clients write it into the host's
/// name.
enum RegionSpelling {
    static func compare(_ call: ComparedCall) -> Comparison? {
        let ofHost: Set<FindingCode> = [
            .networkNameUnresolved, .regionHasNoEndpoint, .regionInvalid, .regionMissing, .networkUnreachable,
            .configEndpointMalformed,
        ]
        guard ofHost.contains(call.code) else { return nil }
        let set = SetRegion.all(in: call.lines)
        // A right one beside it may be the one that counts.
        guard let wrong = set.first(where: isWrong), !set.contains(where: { RegionCatalog.isKnown($0.value) }) else {
            return nil
        }
        let asked = call.error.map { SafeMessage.text($0.message, limit: 120) } ?? call.code.spelling
        let name = PrintableText.escaped(wrong.name, limit: 40)
        if wrong.value.isEmpty {
            return Comparison(
                pasted: wrong.line, asked: asked,
                remedy: Remedy(
                    """
                    \(name) is blank (line \(wrong.line.number)), and the client makes the host's name of it: set it to the region that is meant (us-east-1 or another), or leave \
                    the setting out so that AWS_REGION or the profile counts.
                    """))
        }
        let near = RegionCatalog.region(ofAvailabilityZone: wrong.value) ?? nearest(wrong.value)
        let instead = near.map { ": did you mean \($0)?" } ?? "."
        return Comparison(
            pasted: wrong.line, asked: asked,
            remedy: Remedy(
                """
                \(name) is '\(PrintableText.escaped(wrong.value, limit: 40))' (line \(wrong.line.number)), which is no region\(instead) The client makes the host's name of it, and that name has no \
                address. Correct it there; the network is not at fault.
                """))
    }

    /// Whether a value is no region: blank, or near enough to one to be meant for it.
    private static func isWrong(_ set: SetRegion) -> Bool {
        if set.value.isEmpty { return true }
        let value = set.value.lowercased()
        guard !RegionCatalog.looksLikeRegion(set.value), value.utf8.count < 24 else { return false }
        return RegionCatalog.isAvailabilityZone(value) || nearest(value) != nil
    }

    /// The region that a name was meant for: `us-east`, `us_east_1`, `useast1`.
    private static func nearest(_ value: String) -> String? {
        let plain = String(value.lowercased().map { $0 == "_" ? "-" : $0 })
        if RegionCatalog.isKnown(plain) { return plain }
        if RegionCatalog.isKnown(plain + "-1") { return plain + "-1" }
        let letters = plain.filter { $0 != "-" }
        return RegionCatalog.all.first { $0.name.filter { $0 != "-" } == letters }?.name
            ?? RegionCatalog.nearest(to: plain)
    }
}
