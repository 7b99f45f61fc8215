import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

/// A reporter who says that one region is called although another is set: the setting does not reach the client.
enum ToldRegion {
    static func compare(_ call: ComparedCall) -> Comparison? {
        switch ErrorCauseGroup(call.code) {
        case .network, .model, .settings, .account: break
        default: return nil
        }
        // What the failure itself shows is held against the setting elsewhere.
        guard call.host?.region == nil, let told = call.lines.lazy.compactMap({ told(in: $0, all: call.lines) }).first
        else { return nil }
        let text = call.lines.map(\.text).joined(separator: "\n")
        let setting = RegionSetting.of(call.scene, text: text)
        let what =
            setting.map { "\($0.reads.beginningSentence); another name is passed over" }
            ?? "Set it under the name that this client reads (its own setting, AWS_REGION, AWS_DEFAULT_REGION), in the very process, job or container that calls"
        return Comparison(
            pasted: told.line, asked: told.called,
            remedy: Remedy(
                """
                The region that is called is \(told.called), not \(told.wanted): the setting does not reach the client, so bring the region in before anything \
                else. \(what).
                """,
                setting?.command(told.wanted)))
    }

    private struct Told {
        let called: String
        let wanted: String
        let line: PastedLine
    }

    /// Verbs of what a program does by itself.
    private static let verbs = [
        "sent", "sends", "sending", "goes", "going", "directed", "routed", "routes", "calls", "calling", "called",
        "hits", "hitting", "uses", "using", "used", "connects", "connecting", "defaults", "defaulting", "falls",
        "resolves", "picks", "tries", "trying", "requests", "invoked", "invokes",
    ]

    /// Words of a plan, a wish or a rule: what is said there has not happened.
    private static let wishes = [
        "should", "expect", "expected", "please", "must", "try", "could", "want", "wants", "changed", "switched",
        "switching", "works", "worked", "fixed", "would",
    ]

    private static func told(in line: PastedLine, all: [PastedLine]) -> Told? {
        guard line.text.utf8.count < 600 else { return nil }
        return ProseSentence.all(in: line).lazy.compactMap { told(in: $0.words.map(\.text), line, all) }.first
    }

    private static func told(in words: [String], _ line: PastedLine, _ all: [PastedLine]) -> Told? {
        guard let turn = turn(in: words) else { return nil }
        let before = words[..<turn.place]
        let behind = words[turn.end...]
        // What a person chose is no disagreement: `I used`, `we're calling`.
        let deeds = before.isEmpty ? words[...] : before
        let isDone = deeds.indices.contains { place in
            verbs.contains(words[place])
                && (place == 0 || !["i", "we", "you", "i'm", "we're"].contains(words[place - 1]))
        }
        guard isDone, !before.contains(where: wishes.contains) else { return nil }
        let first = before.last(where: RegionCatalog.isKnown)
        let second = behind.first(where: RegionCatalog.isKnown) ?? behind.lazy.compactMap(value).first
        if let first, let second {
            return first == second ? nil : Told(called: first, wanted: second, line: line)
        }
        // `Despite R1 the call goes to R2.`
        if turn.place == 0 {
            let named = behind.compactMap { RegionCatalog.isKnown($0) ? $0 : value($0) }
            guard let wanted = named.first, let called = named.last, called != wanted else { return nil }
            return Told(called: called, wanted: wanted, line: line)
        }
        // The setting may stand on a line of its own.
        guard let first,
            behind.contains(where: { $0.contains("region") || $0.contains("set") || $0.contains("config") }),
            let set = SetRegion.all(in: all).first(where: { RegionCatalog.isKnown($0.value) && $0.value != first })
        else { return nil }
        return Told(called: first, wanted: set.value, line: line)
    }

    /// The region in `AWS_REGION=us-east-1`.
    private static func value(_ word: String) -> String? {
        word.split { "=:'\"".contains($0) }.map(String.init).last(where: RegionCatalog.isKnown)
    }

    /// Where the sentence turns from what happens to what was set.
    private static func turn(in words: [String]) -> (place: Int, end: Int)? {
        for (place, word) in words.enumerated() {
            switch word {
            case "instead", "regardless", "irrespective":
                guard place + 1 < words.count, words[place + 1] == "of" else { continue }
                return (place, place + 2)
            case "rather":
                guard place + 1 < words.count, words[place + 1] == "than" else { continue }
                return (place, place + 2)
            case "despite", "although", "though", "ignoring": return (place, place + 1)
            case "even":
                guard place + 1 < words.count, ["though", "if", "when"].contains(words[place + 1]) else { continue }
                return (place, place + 2)
            default: continue
            }
        }
        return nil
    }
}
