import Catalog
import Codes
import Evidence
import Report
import WireText

/// Two regions that the input sets under the same name, with the words that the call works behind the first: the second is the one.
enum RegionThatWorks {
    static func compare(_ call: ComparedCall) -> Comparison? {
        switch ErrorCauseGroup(call.code) {
        case .account, .model: break
        default: return nil
        }
        let set = SetRegion.all(in: call.lines).filter { RegionCatalog.isKnown($0.value) }
        guard let first = set.first, let last = set.last, first.value != last.value, Set(set.map(\.value)).count == 2,
            set.allSatisfy({ $0.name == first.name }), call.host?.region.map({ $0 == first.value }) ?? true,
            works(from: first, to: last, in: call.lines)
        else { return nil }
        let name = PrintableText.escaped(first.name, limit: 40)
        let setting = RegionSetting.of(call.scene, text: "")
        return Comparison(
            pasted: last.line, asked: first.line.text,
            remedy: Remedy(
                """
                Call \(last.value): with \(name) \(first.value) (line \(first.line.number)) the account is refused or the model is not there, and with \(last.value) (line \(last.line.number)) it works. Set \(name) \
                to it where this client is made; the keys and their policies are not the matter.
                """,
                setting?.command(last.value)
            ))
    }

    /// Whether between the two, or in the sentence of the second, it is said that the call works so.
    private static func works(from first: SetRegion, to last: SetRegion, in lines: [PastedLine]) -> Bool {
        let between = lines.filter {
            (first.line.number...max(first.line.number, last.line.number)).contains($0.number)
        }
        .map(\.text).joined(separator: "\n")
        guard let start = between.firstRange(of: first.value),
            let end = between.ranges(of: last.value).last, start.upperBound < end.lowerBound
        else { return false }
        // The sentence may begin before the first: `It fails with region "us-west-1" and works with region "us-east-1"`.
        let before = ToldOutcome.all(in: between[..<start.upperBound])
        let told = ToldOutcome.all(in: between[..<end.lowerBound])
        return told.count > before.count && told.last?.outcome == .works
    }
}
