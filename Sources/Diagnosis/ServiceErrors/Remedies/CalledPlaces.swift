import Catalog
import Evidence
import Report
import WireText

/// The regions, and the geographies of inference profiles, that a text names.
struct CalledPlaces {
    /// The regions by their names, in the order of the text.
    private(set) var regions: [String] = []

    /// The geographies that none of these regions is of: a profile of `us` beside ap-northeast-1.
    private(set) var others: [String] = []

    init(_ text: String, catalog: ModelCatalog) {
        let shown = text.prefix(16_384).lowercased()
        let names = shown.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        for name in names where RegionCatalog.isKnown(String(name)) && !regions.contains(String(name)) {
            regions.append(String(name))
        }
        let words = WordText(shown)
        for area in catalog.geographies {
            let isOfID = shown.contains("\(area).anthropic.") || shown.contains("\(area).amazon.")
            let isNamed =
                isOfID || names.contains { $0 == area && Self.isJoined($0, in: shown) }
                || names.contains(Substring(area)) && Self.speaksOfProfile(of: area, words)
            if isNamed, !regions.contains(where: { catalog.reaches(area, from: $0) }) { others.append(area) }
        }
    }

    private static func speaksOfProfile(of area: String, _ words: WordText) -> Bool {
        let name = area.split(separator: "-").joined(separator: " ")
        return !prepositions.contains(area) && words.has(WordPhrase(stringLiteral: "\(name) profile|profiles"))
    }

    /// Prefixes that stand beside a profile in any English sentence.
    private static let prepositions: Set<String> = ["in"]

    /// Whether a word of another script follows without a blank, as particles do: there it is no English pronoun.
    private static func isJoined(_ name: Substring, in text: String) -> Bool {
        name.endIndex < text.endIndex && text[name.endIndex].isLetter && !text[name.endIndex].isASCII
    }

    var areSeveral: Bool { regions.count > 1 || regions.count == 1 && !others.isEmpty }

    var words: String { Enumeration.words(regions + others.map { "a profile of \($0)" }) }
}

extension FailedCall {
    /// A guardrail is one of a region: the call finds those of the region that it goes to, and no other.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-cross-region.html>.
    var guardrailOfRegion: Remedy {
        let places = CalledPlaces(shown, catalog: catalog)
        guard places.areSeveral else {
            return .advice(
                """
                See the guardrails of the region that is called: the id (or ARN) and the version must be of one that lies there, since a guardrail of another region is not found.
                """, .aws("bedrock list-guardrails\(regionOption)"))
        }
        return Remedy(
            """
            Use a guardrail of the region that is called: a guardrail is found in its own region alone, and the text names more than one \
            (\(PrintableText.escaped(places.words, limit: 120))). Make one in the other region, too, and send its id and version with the calls that go there, \
            or leave the guardrail out of those; a program with one id for all regions needs one for each.
            """)
    }
}
