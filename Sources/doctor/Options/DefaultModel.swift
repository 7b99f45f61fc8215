import Catalog
import Diagnosis
import JSONText

/// The models that are asked when nobody names one.
enum DefaultModel {
    /// The model of `check`: cheap, without a marketplace agreement, in most regions.
    static let id = "amazon.nova-micro-v1:0"

    /// The models of `models`: that one, and those that PRX documents.
    static let list = [id] + ModelCatalog.documentedByPRX
}

/// The body of the smallest Converse call.
enum ProbeBody {
    static var converse: [UInt8] {
        ProbeRequest(kind: .converse, region: "", model: "").body.map { $0.bytes(.compact) } ?? []
    }
}
