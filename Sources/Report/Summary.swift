/// How many findings, cells and cases have each status, counted together.
package struct Summary: Sendable, Hashable {
    package private(set) var pass = 0
    package private(set) var warn = 0
    package private(set) var fail = 0
    package private(set) var skip = 0
    package private(set) var unknown = 0

    /// Counts `statuses`.
    package init(_ statuses: some Sequence<Status>) {
        for status in statuses {
            switch status {
            case .pass: pass += 1
            case .warn: warn += 1
            case .fail: fail += 1
            case .skip: skip += 1
            case .unknown: unknown += 1
            }
        }
    }

    /// The count of one status.
    package func count(of status: Status) -> Int {
        switch status {
        case .pass: pass
        case .warn: warn
        case .fail: fail
        case .skip: skip
        case .unknown: unknown
        }
    }
}
