import Catalog
import Diagnosis
import JSONText
import WireText

/// The models that are asked when nobody names one.
enum DefaultModel {
    /// The model of `check`: cheap, without a marketplace agreement, in most regions.
    static let id = "amazon.nova-micro-v1:0"

    /// The models of `models`: that one, and those that PRX documents.
    ///
    /// PRX asks for them as they are spelt there. For everyone else a retired model is replaced by its successor and a
    /// misspelt id by the one that was meant: a first run should not report failures that are already known.
    static func list(as reader: Reader, _ catalog: ModelCatalog, today: CalendarDay) -> [String] {
        guard reader == .anybody else { return [id] + ModelCatalog.documentedByPRX }
        var seen: Set<String> = []
        return ([id] + ModelCatalog.documentedByPRX).map { current($0, catalog, today) }
            .filter { seen.insert($0).inserted }
    }

    /// Who asks.
    enum Reader {
        case prx, anybody
    }

    private static func current(_ id: String, _ catalog: ModelCatalog, _ today: CalendarDay) -> String {
        let lookup = catalog.lookup(id, today: today)
        if lookup.entry == nil { return lookup.suggestion ?? id }
        return lookup.lifecycle == .retired ? lookup.successor ?? id : id
    }
}

/// The body of the smallest Converse call.
enum ProbeBody {
    static var converse: [UInt8] {
        ProbeRequest(kind: .converse, region: "", model: "").body.map { $0.bytes(.compact) } ?? []
    }
}
