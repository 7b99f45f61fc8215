import WireText

/// Counts what an import leaves out, for its notes.
struct IgnoredParts {
    private var otherHosts: [String: Int] = [:]
    private var otherOperations: [String: Int] = [:]
    private var members: [String: Int] = [:]
    private var remarks: [String] = []

    mutating func addHost(_ host: String) { otherHosts[host, default: 0] += 1 }
    mutating func addOperation(_ operation: String) { otherOperations[operation, default: 0] += 1 }
    mutating func addMember(_ name: String) { members[name, default: 0] += 1 }
    mutating func addRemark(_ remark: String) { remarks.append(remark) }

    /// One sentence each, in a fixed order.
    var notes: [String] {
        var notes: [String] = []
        if !otherHosts.isEmpty {
            let hosts = otherHosts.keys.sorted().joined(separator: ", ")
            notes.append("\(count(otherHosts, "exchange")) with other hosts ignored: \(hosts)")
        }
        if !otherOperations.isEmpty {
            let operations = otherOperations.keys.sorted().joined(separator: ", ")
            notes.append("\(count(otherOperations, "exchange")) of other operations ignored: \(operations)")
        }
        for name in members.keys.sorted() {
            notes.append("member \"\(name)\" ignored (\(members[name, default: 0]) times)")
        }
        return notes + remarks
    }

    private func count(_ parts: [String: Int], _ noun: String) -> String {
        Counted.words(parts.values.reduce(0, +), noun)
    }
}
