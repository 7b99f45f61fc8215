import Codes
import Report

extension ModelCell {
    /// Whether it fails for being listed as failing, and not for its verdict.
    var contradictsList: Bool { code == .knownFailurePasses }

    /// The word of the cell in a table.
    var tableLabel: String { contradictsList ? "passes" : verdict.tableLabel }

    /// The sign of the cell where there is no room for a word.
    var tableSign: String { contradictsList ? "!" : verdict.tableSign }

    /// What the sign means.
    var tableWords: String { contradictsList ? "known to fail, and passes" : verdict.rawValue }
}

extension ModelVerdict {
    /// The word of a table's cell.
    var tableLabel: String {
        switch self {
        case .accessible: "ok"
        case .accessibleViaProfile: "profile"
        case .notInRegion: "-"
        case .unknownModel: "unknown"
        case .credentialFault: "credentials"
        default: rawValue
        }
    }

    /// The sign of a cell that has room for no word; each verdict has its own.
    var tableSign: String {
        switch self {
        case .accessible: "\u{2713}"
        case .accessibleViaProfile: "P"
        case .throttled: "T"
        case .noAccess: "N"
        case .denied: "D"
        case .notInRegion: "\u{2013}"
        case .unknownModel: "U"
        case .retired: "R"
        case .credentialFault: "C"
        case .unreachable: "X"
        case .inconclusive: "?"
        }
    }
}
