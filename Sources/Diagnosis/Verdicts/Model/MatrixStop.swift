import Catalog
import Codes
import ConverseAPI
package import Report

/// How far a refused cell speaks for the cells that have not been asked yet.
package enum MatrixStop: Sendable, Hashable {
    /// It says nothing about the others.
    case none
    /// It holds for every model in its region.
    case region
    /// It holds for every model in every region: asking on would only repeat it.
    case everything

    package init(after cell: ModelCell) {
        switch cell.verdict {
        case .credentialFault:
            // A region that the account has not enabled refuses good keys, and only there.
            let isOptIn = RegionCatalog.region(named: cell.region)?.optIn == .needed
            let isForeign = !RegionCatalog.commercial.contains { $0.name == cell.region }
            self = isOptIn || isForeign ? .region : .everything
        case .unreachable, .notInRegion:
            // A timeout may be that of one slow model.
            self = cell.code == .regionHasNoEndpoint || cell.code == .networkTLSFailed ? .region : .none
        default: self = .none
        }
    }
}
