import Catalog
import Codes
import Evidence
import Report
import WireText

/// The region in which the reporter's API key was made, and another one that the program calls: there the key is not known.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html>.
enum RegionOfKey {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard call.code == .bearerTokenInvalid,
            let own = call.lines.lazy.compactMap({ line in ofKey(in: line).map { (region: $0, line: line) } }).first,
            let called = called(call, besides: own.region)
        else { return nil }
        let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        let setting = RegionSetting.of(call.scene, text: "").map { " \($0.reads.beginningSentence)." } ?? ""
        return Comparison(
            pasted: own.line, asked: called,
            remedy: Remedy(
                """
                Let \(program) call \(own.region), where the key was made (line \(own.line.number)): it calls \(called), and there nobody knows that key, however good it is.\(setting) Where a setting of the region changes \
                nothing, \(program) pins the endpoint: set its base URL to https://bedrock-runtime.\(own.region).amazonaws.com, go back to the version before, or update it; or make a key in \(called).
                """
            ).about(.instruction),
            cause: (.bearerTokenInvalid, .certain), rulesOut: [.apiKey, .environment])
    }

    // MARK: The key's region

    private static let keys: Set<String> = ["key", "keys", "token", "tokens", "bearer"]

    /// What ties a key to a region.
    private static let ties: Set<String> = [
        "scoped", "for", "made", "created", "generated", "issued", "from", "belongs", "belong", "bound", "tied",
        "valid",
        "restricted", "limited", "works", "work", "good",
    ]

    private static let wishes: Set<String> = [
        "should", "must", "would", "could", "need", "needs", "if", "whether", "please",
    ]

    /// `My tokens are scoped to us-east-2`, `the API key was created in us-east-2`, `a us-east-2 API key`.
    private static func ofKey(in line: PastedLine) -> String? {
        guard line.text.utf8.count < 600 else { return nil }
        return ProseSentence.all(in: line).lazy.filter { !$0.isQuestion }.compactMap { ofKey(in: $0.words) }.first
    }

    private static func ofKey(in words: [ProseSentence.Word]) -> String? {
        let texts = words.map(\.text)
        guard !texts.contains(where: wishes.contains) else { return nil }
        for (place, text) in texts.enumerated() where keys.contains(text) {
            // An access key and a session token are good in every region.
            let before = texts[..<place].suffix(3)
            if !Set(["access", "secret", "session"]).isDisjoint(with: before) { continue }
            if let region = before.last(where: RegionCatalog.isKnown) { return region }
            let behind = texts[(place + 1)...].prefix(9)
            guard let region = behind.firstIndex(where: RegionCatalog.isKnown) else { continue }
            let between = behind[..<region]
            guard between.contains(where: ties.contains),
                !between.contains(where: { $0 == "not" || $0.hasSuffix("n't") || $0 == "never" })
            else { continue }
            return texts[region]
        }
        return nil
    }

    // MARK: The called one

    private static let calls: Set<String> = [
        "calls", "called", "calling", "routes", "routed", "goes", "go", "sends", "sent", "uses", "using", "hits",
        "defaults", "pinned",
        "pins", "hardcoded", "hard-coded", "hardcodes", "resolves", "forces", "forced", "connects", "endpoint",
    ]

    /// The one other region that a host of Bedrock's names, or of which a sentence says that it is called.
    private static func called(_ call: ComparedCall, besides own: String) -> String? {
        let hosts = call.lines.flatMap { line in RegionMention.all(in: Array(line.text.utf8)[...]) }
            .filter { $0.context == .host && $0.name != own }.map(\.name)
        if let host = hosts.first { return Set(hosts).count == 1 ? host : nil }
        let told = call.lines.filter { $0.text.utf8.count < 600 }.flatMap(ProseSentence.all).flatMap { sentence in
            let texts = sentence.words.map(\.text)
            guard !sentence.isQuestion, !texts.contains(where: wishes.contains) else { return [String]() }
            return texts.indices.filter { place in
                RegionCatalog.isKnown(texts[place]) && texts[place] != own
                    && (texts[..<place].suffix(4).contains(where: calls.contains)
                        || texts[(place + 1)...].prefix(2).contains { $0.hasPrefix("hardcode") || $0.hasPrefix("pin") })
            }.map { texts[$0] }
        }
        return Set(told).count == 1 ? told.first : nil
    }
}
