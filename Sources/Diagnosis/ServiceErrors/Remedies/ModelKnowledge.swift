import Catalog
import Evidence
import JSONText
import Report

/// What the catalog knows of a model whose id was refused: that it is past its end of life, that the region does not have it, that
/// nobody states a profile of its prefix.
struct ModelKnowledge: Sendable {
    let call: FailedCall

    /// The id as it was written, where the failure or the paste shows one.
    let written: String?

    /// What to do by it, the surest first; empty where the catalog knows nothing that helps.
    var remedies: [Remedy] {
        if let written, let entry = call.catalog.entry(for: written) { return of(entry, written: written) }
        if written == nil, let (entry, name) = byName { return of(entry, called: name) }
        return []
    }

    // MARK: An id

    private func of(_ entry: ModelEntry, written: String) -> [Remedy] {
        let gone = gone(entry, named: PrintableText.escaped(written, limit: 120))
        // What is answered somewhere has not come to its end.
        guard let gone, !isAnsweredElsewhere else { return alive(entry, written: written) + [gone].compactMap { $0 } }
        // The region that the text names has it: an end is one reading, another region the other.
        let name = ModelReference(written).id ?? written
        let profile = ModelPrefix.split(name).prefix.flatMap { prefix in entry.profiles.first { $0.prefix == prefix } }
        guard let profile, let region = call.regionName, profile.regions.contains(region), !isCalled(region),
            setting != nil
        else { return [gone] }
        let other = othersCalled(PrintableText.escaped(name, limit: 120), profile, region)
        // An end has a sentence of its own, so a variable that the client reads, and that nothing shows as set, is the nearer reading.
        let isSet = call.shown.contains("AWS_REGION")
        return call.scene.program == .claudeCode && !isSet ? [other, gone] : [gone, other]
    }

    private func alive(_ entry: ModelEntry, written: String) -> [Remedy] {
        let name = ModelReference(written).id ?? written
        let prefix = ModelPrefix.split(name).prefix
        let region = call.regionName
        let others = region.map { call.catalog.knownProfiles(of: entry, region: $0) } ?? []
        if let prefix {
            let profile = entry.profiles.first { $0.prefix == prefix }
            let isStated = profile?.isStated ?? false
            if isStated, region.map({ profile?.regions.contains($0) ?? false }) ?? true {
                return [exists(name, of: profile)]
            }
            let rest = others.filter { $0 != name }
            if let profile, isStated, let region { return elsewhere(profile, of: entry, not: region, rest) }
            let known = entry.profiles.filter { $0.isStated && $0.prefix != prefix }.map(\.prefix)
            let stated = ProfileNearness.ordered(known, from: call.nearRegion).map { "\($0).\(entry.id)" }
            let guesses = ProfileNearness.ordered(["us", "eu", "apac", "global"], from: call.nearRegion)
                .filter { $0 != prefix }.map { "\($0).\(entry.id)" }
            // What can be called from the region comes before what exists anywhere.
            let instead = ([rest, stated].first { !$0.isEmpty } ?? guesses).prefix(3)
            return [
                Remedy.advice(
                    """
                    \(entry.id) is a model that is known, and whether \(prefix).\(entry.id) exists\(region.map { " in \($0)" } ?? "") is not: not every model has a \
                    profile of each part of the world. Try \(Enumeration.words(Array(instead))), from a region that has it.
                    """,
                    call.check(instead.first ?? entry.id)),
                call.systemProfiles,
            ]
        }
        let byProfile =
            others.first.map { [Remedy.advice("In \(region ?? "") it is called by \($0).", call.check($0))] } ?? []
        // A region in which the bare id is served is one where the other reading comes first.
        let isServed = region.map { entry.onDemandRegions.contains($0) } ?? true
        return isServed || !entry.hasDocumentedRegions
            ? [exists(name, of: nil)] + byProfile : byProfile + [exists(name, of: nil)]
    }

    /// A profile of another part of the world than the region's: one of the two is not as it was meant.
    private func elsewhere(
        _ profile: ModelEntry.Profile, of entry: ModelEntry, not region: String, _ others: [String]
    ) -> [Remedy] {
        let name = "\(profile.prefix).\(entry.id)"
        let places = Enumeration.words(Array(profile.regions.prefix(3)))
        let instead = others.first.map { "call \($0) there" } ?? "call another model there"
        let remedy = Remedy.advice(
            """
            \(name) is called from \(places)\(profile.regions.count > 3 ? " and others" : ""), and \(region) is none of these: \(instead), or let the client call one of the \
            profile's own regions.\(settingSentence)
            """,
            others.first.map { call.check($0) } ?? .doctor(.everywhere(model: name)))
        return [remedy]
    }

    /// An id that is spelt right: the region decides.
    private func exists(_ id: String, of profile: ModelEntry.Profile?) -> Remedy {
        let shown = PrintableText.escaped(id, limit: 120)
        guard let entry = call.catalog.entry(for: id), let region = call.regionName else {
            let places = (profile?.regions.prefix(3)).map { " (\(Enumeration.words(Array($0))))" } ?? ""
            return Remedy(
                """
                \(shown) is spelt right, and the same sentence is said of an id that the called region does not have: see which region the client \
                really calls (its own setting, AWS_REGION), and call one that serves the model\(places).\(settingSentence)
                """)
        }
        if let profile, !isCalled(region) { return othersCalled(shown, profile, region) }
        let isKnown = entry.hasDocumentedRegions
        let offered = entry.isOffered(in: region)
        let elsewhere = entry.onDemandRegions.prefix(4)
        let places =
            elsewhere.isEmpty
            ? ""
            : " It is served in \(Enumeration.words(Array(elsewhere)))\(entry.onDemandRegions.count > 4 ? " and others" : "")."
        let reads = isCalled(region) ? "" : settingSentence
        return Remedy.advice(
            """
            \(shown) is spelt right, and the same sentence is said of an id that the called region does not have\
            \(isKnown && !offered ? ": by the catalog \(region) does not serve it" : ""). See that \(region) is the region that the client really calls.\(reads)\(places)
            """,
            call.details.modelID.map { $0.hasPrefix("arn:") ? nil : .doctor(.everywhere(model: $0)) } ?? nil)
    }

    /// A profile that can be called from the region that the text names: the call went to another one.
    private func othersCalled(_ shown: String, _ profile: ModelEntry.Profile, _ region: String) -> Remedy {
        let setting = self.setting
        let how =
            setting.map { " \(Self.sentence($0.reads))" }
            ?? " See the URL of the request in the client's debug log, and its own setting of the region."
        return Remedy.advice(
            """
            \(shown) is spelt right, and \(region) has it. A profile of \(profile.prefix == "global" ? "another kind" : "one part of the world") is refused in these words where the call goes to a \
            region that does not have it, so the client calls another region than the one that the text names.\(how)
            """,
            setting?.command(region) ?? call.env)
    }

    /// What the client reads for its region, as a sentence of its own behind another.
    private var settingSentence: String { setting.map { " " + Self.sentence($0.reads) } ?? "" }

    private static func sentence(_ words: String) -> String {
        let isName =
            words.hasPrefix("aider") || words.hasPrefix("opencode") || words.hasPrefix("boto3")
            || words.hasPrefix("n8n")
        return (isName ? words : words.beginningSentence) + "."
    }

    private var setting: RegionSetting? {
        RegionSetting.of(call.scene, text: call.shown)
    }

    /// Whether it is plain that the region was called: the host of the call shows it, or this program made the call.
    private func isCalled(_ region: String) -> Bool {
        guard call.answer.signer != .doctor else { return true }
        let text = call.shown
        return ["bedrock-runtime.\(region).", "bedrock-runtime-fips.\(region).", "/\(region)/bedrock/aws4_request"]
            .contains(
                where: text.contains)
    }

    /// Whether the reporter tells that the same model is answered by another way.
    private var isAnsweredElsewhere: Bool {
        let told = ReporterWords(text: String(call.answer.surroundings.prefix(16_384))).contrasts
        return told.contains { [.client, .console, .place, .version].contains($0.dimension) && $0.works != nil }
    }

    /// A model past its end of life, which is refused alike.
    private func gone(_ entry: ModelEntry, named name: String) -> Remedy? {
        guard let today = call.today, entry.lifecycle(on: today) == .retired else { return nil }
        let day = entry.endOfLifeDay.map { " (on \($0))" } ?? ""
        guard let successor = call.catalog.successor(of: entry, on: today).map(call.callable) else {
            return Remedy("\(name) has reached its end of life\(day), and is refused so since: take a current model.")
        }
        return Remedy.advice(
            "\(name) has reached its end of life\(day), and is refused so since: move to \(successor).",
            call.check(successor))
    }

    // MARK: A name

    private func of(_ entry: ModelEntry, called name: String) -> [Remedy] {
        let shown = "\(name) (\(entry.id))"
        if let gone = gone(entry, named: shown) { return [gone] }
        guard let region = call.regionName else { return [] }
        if let profile = call.catalog.knownProfiles(of: entry, region: region).first {
            return [
                Remedy.advice(
                    "If it is \(shown) that was called: in \(region) its profile is \(profile).", call.check(profile))
            ]
        }
        guard entry.hasDocumentedRegions, !entry.isOffered(in: region) else { return [] }
        return [
            Remedy(
                "If it is \(shown) that was called: by the catalog \(region) does not serve it. Call another region, or another model."
            ).about(.otherRegion)
        ]
    }

    /// A model that the paste calls by the name on its card, where it names one and no more.
    private var byName: (ModelEntry, String)? {
        let text = WordText(call.shown.prefix(16_384)).words
        var found: [(entry: ModelEntry, words: [String])] = []
        for entry in call.catalog.models where entry.name != entry.id {
            for words in Self.spellings(entry.name) where words.count > 1 && Self.holds(text, words) {
                found.append((entry, words))
            }
        }
        // Of `Claude Opus 4` and `Claude Opus 4.1` the longer one is meant.
        let whole = found.filter { one in
            !found.contains { $0.words.count > one.words.count && Self.holds($0.words, one.words) }
        }
        guard let first = whole.first, Set(whole.map(\.entry.id)).count == 1 else { return nil }
        return (first.entry, first.entry.name)
    }

    /// A name with its version at its end or in the middle: `Claude Sonnet 3.7`, `Claude 3.7 Sonnet`.
    private static func spellings(_ name: String) -> [[String]] {
        let parts = name.split(separator: " ").map(String.init)
        var all = [WordText(name).words]
        guard parts.first == "Claude", parts.count == 3 else { return all }
        all.append(WordText("\(parts[0]) \(parts[2]) \(parts[1])").words)
        return all
    }

    private static func holds(_ text: [String], _ words: [String]) -> Bool {
        guard let first = words.first, text.count >= words.count else { return false }
        return text.indices.dropLast(words.count - 1).contains { start in
            text[start] == first && text[start..<(start + words.count)].elementsEqual(words)
        }
    }
}

/// An id in a paste that no catalog has, beside one that it is a slip of: a letter that was lost at its beginning or its end.
enum CutModelName {
    /// The id as it stands, and the one that was meant.
    static func first(in text: String, catalog: ModelCatalog) -> (written: String, meant: String)? {
        let ids = catalog.models.filter(\.isForConverse).map(\.id)
        for piece in text.prefix(16_384).split(whereSeparator: { $0.isWhitespace || "\"'`,;()[]{}<>=".contains($0) }) {
            let word = piece.trimmed(of: ".:/").lowercased()
            guard word.utf8.count > 10, word.contains("."), word.contains("-"), catalog.entry(for: String(word)) == nil
            else { continue }
            if let whole = ids.first(where: {
                $0.utf8.count - word.utf8.count <= 2 && $0.utf8.count > word.utf8.count && $0.hasSuffix(word)
            }) {
                return (String(word), whole)
            }
        }
        return nil
    }
}
