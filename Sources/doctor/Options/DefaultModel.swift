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
    /// PRX asks for them as they are spelt there. For everybody else a retired one gives way to its successor and a misspelt
    /// one to the id that was meant: nobody wants to hear of failures that are known before.
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
