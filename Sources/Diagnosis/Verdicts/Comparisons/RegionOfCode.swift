import Catalog
import Codes
import Evidence
import Report
import WireText

/// A region that the input sets, and a host of another region that was called: what sets it does not reach the client.
enum RegionOfCode {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard let host = call.host, let called = host.region, host.service.hasPrefix("bedrock") else { return nil }
        switch ErrorCauseGroup(call.code) {
        case .network, .model, .settings, .account: break
        default: return nil
        }
        let set = SetRegion.all(in: call.lines).filter { RegionCatalog.isKnown($0.value) }
        guard let first = set.first, !set.contains(where: { $0.value == called }) else { return nil }
        let name = PrintableText.escaped(first.name, limit: 40)
        let text = call.lines.map(\.text).joined(separator: "\n")
        let what =
            RegionSetting.of(call.scene, text: text).map {
                "\($0.reads.beginningSentence); another name is passed over"
            }
            ?? "Something wins over it: a client or session that was made elsewhere in the code, a profile, another variable, the machine's own region"
        return Comparison(
            pasted: first.line, asked: host.title,
            remedy: Remedy(
                """
                \(name) is \(first.value) (line \(first.line.number)), and the call went to \(called): the client took no notice of the setting. \(what). Set the region where this client reads it, or \
                export AWS_REGION and AWS_DEFAULT_REGION in the very process, and see which host its debug log names.
                """))
    }
}

extension AWSHostName {
    /// As the host's beginning reads.
    fileprivate var title: String { region.map { "\(service).\($0)" } ?? service }
}
