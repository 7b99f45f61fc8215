import JSONText
import WireText

/// The region that was probably meant by a name that does not exist.
extension RegionCatalog {
    /// The known region nearest to a misspelt name, or `nil` when none is near enough to suggest.
    ///
    /// It sees through case, white space, quotes, underscores, missing hyphens (`useast1`), a missing number
    /// (`us-east`), zones (`us-east-1a`), a host name, URL or ARN that holds it, other clouds' spelling (`europe-west1`)
    /// and place names (`Frankfurt`, `US East (Ohio)`), then through up to two typing errors.
    package static func nearest(to name: String) -> String? {
        if let region = held(in: name) { return region }
        let spelling = normalized(name)
        if spelling.isEmpty || spelling.utf8.count > 64 { return nil }
        if isKnown(spelling) { return spelling }
        if let region = region(ofAvailabilityZone: spelling) { return region }
        let letters = spelling.filter { $0 != "-" }
        if let region = all.first(where: { $0.name.filter { $0 != "-" } == letters }) { return region.name }
        if let region = all.first(where: { $0.name == spelling + "-1" }) { return region.name }
        // A name with a number is a name with a slip, and no place: `us-west-2;` is not GovCloud (US-West).
        if !name.contains(where: \.isNumber), let region = named(byPlace: name) { return region }
        return nearestByEdits(spelling)
    }

    /// The one region that stands as a word of its own in a host name, URL or ARN.
    private static func held(in name: String) -> String? {
        guard name.utf8.count <= 512 else { return nil }
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        let regions = Set(words.map(String.init)).filter(isKnown)
        return regions.count == 1 ? regions.first : nil
    }

    private static func normalized(_ name: String) -> String {
        var text = ""
        for character in name.lowercased() {
            switch character {
            case "_", " ", ".", "/", "–", "—": text.append("-")
            case "\"", "'", "\t", "\n", "\r", "\r\n": continue
            default: text.append(character)
            }
        }
        while text.hasPrefix("-") { text.removeFirst() }
        while text.hasSuffix("-") { text.removeLast() }
        for (long, short) in [("europe-", "eu-"), ("asia-", "ap-"), ("northamerica-", "ca-"), ("southamerica-", "sa-")]
        where text.hasPrefix(long) {
            text = short + text.dropFirst(long.count)
        }
        return text
    }

    /// By a name of the place: the words within the parentheses, or the whole label of the console.
    private static func named(byPlace name: String) -> String? {
        let wanted = name.lowercased().filter { $0.isLetter }
        if wanted.count < 4 { return nil }
        // `EU (Frankfurt)`, as consoles and price lists had it.
        let bracketed = name.split(separator: "(").dropFirst().last.map { $0.lowercased().filter { $0.isLetter } }
        let found = all.filter { region in
            let label = region.place.lowercased()
            let inner = label.split(separator: "(").last.map { $0.filter { $0.isLetter } }
            return inner == wanted || (inner != nil && inner == bracketed) || label.filter { $0.isLetter } == wanted
                || inner?.hasSuffix(wanted) == true
        }
        // Ohio is the home of a region that only a few may enter, too.
        let likely = found.count > 1 ? found.filter(commercial.contains) : found
        return likely.count == 1 ? likely.first?.name : nil
    }

    /// By typing errors: one for short names, two for longer ones.
    ///
    /// A digit out of range counts as an error like any other, and among equals the region with Bedrock is the
    /// likelier.
    private static func nearestByEdits(_ spelling: String) -> String? {
        let limit = spelling.utf8.count < 8 ? 1 : 2
        var best: (distance: Int, rank: Int, name: String)?
        for region in all {
            let distance = NearestName.distance(spelling, region.name)
            guard distance <= limit else { continue }
            let rank = (region.bedrock == .listed ? 0 : 2) + (commercial.contains(region) ? 0 : 1)
            if let known = best, (known.distance, known.rank) <= (distance, rank) { continue }
            best = (distance, rank, region.name)
        }
        return best?.name
    }
}
