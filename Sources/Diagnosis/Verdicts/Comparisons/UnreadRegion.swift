import Catalog
import Codes
import Evidence
import Report
import WireText

/// A region in a variable that this program does not read, where the one that it reads is not set: it calls another region.
///
/// Source: the pages of ``RegionSetting``.
enum UnreadRegion {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard call.host?.region == nil, let program = call.scene.program else { return nil }
        switch ErrorCauseGroup(call.code) {
        case .model, .account, .settings: break
        default: return nil
        }
        let text = call.lines.map(\.text).joined(separator: "\n")
        guard let setting = RegionSetting.of(call.scene, text: text), let variable = setting.variable,
            // A profile or an argument may give it, too.
            !setting.reads.contains("the profile,"), !setting.reads.contains("then the profile")
        else { return nil }
        let set = SetRegion.all(in: call.lines).filter { RegionCatalog.isKnown($0.value) }
        guard let first = set.first, set.allSatisfy({ setting.ignores($0.name) || $0.name == "region" }),
            let ignored = set.first(where: { setting.ignores($0.name) }),
            !call.variables.contains(where: { $0.name == variable && !$0.isBlank }),
            !setting.reads.contains("calls \(first.value)")
        else { return nil }
        return Comparison(
            pasted: ignored.line, asked: variable,
            remedy: Remedy(
                """
                Set \(variable), in the process that calls: \(ignored.name) (line \(ignored.line.number)) is not what \(program.name) reads, so \(ignored.value) is not the region that is called, and where the call goes the model is not open to you, or not there. \
                \(setting.reads.beginningSentence).
                """,
                setting.command(ignored.value)),
            // Of a whole ARN that is sent to another region the same is said as of one that was cut.
            cause: call.code == .arnPathEncoding ? (.modelIDInvalid, .possible) : nil)
    }
}
