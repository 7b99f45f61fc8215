import JSONText
import Recordings
import WireText

/// Counts what an import leaves out, for its notes.
struct IgnoredParts {
    private var otherHosts: [String: Int] = [:]
    /// Those without a host, as mappings are.
    private var otherAddresses: [String: Int] = [:]
    private var otherOperations: [String: Int] = [:]
    /// How often each was met, and where first.
    private var members: [String: (count: Int, first: JSONPath)] = [:]
    private var remarks: [String] = []
    private var brokenStreams = BrokenStreams()

    /// So many kinds of members are named; a file may hold any number.
    private static let shownMembers = 20

    mutating func addHost(_ host: String) { otherHosts[host, default: 0] += 1 }
    mutating func addAddress(_ path: String) { otherAddresses[path, default: 0] += 1 }
    mutating func addOperation(_ operation: String) { otherOperations[operation, default: 0] += 1 }

    /// Adds a member that is not read.
    ///
    /// - Parameter other: The member in whose place it would stand.
    mutating func addMember(_ name: String, beside other: String? = nil, at path: JSONPath) {
        let place = other.map { " beside \(JSONValue.string($0).text())" } ?? ""
        members["member \(JSONValue.string(name).text())\(place)", default: (0, path)].count += 1
    }

    mutating func addRemark(_ remark: String) { remarks.append(remark) }

    /// Counts the stream in a body if not all of it came.
    mutating func addStream(_ body: RecordedBody, at place: String) { brokenStreams.add(body, at: place) }

    /// One sentence each, in a fixed order.
    var notes: [String] {
        var notes: [String] = []
        if !otherHosts.isEmpty {
            let hosts = otherHosts.keys.sorted().joined(separator: ", ")
            notes.append("\(count(otherHosts, "exchange")) with other hosts ignored: \(hosts)")
        }
        if !otherAddresses.isEmpty {
            let addresses = otherAddresses.keys.sorted().joined(separator: ", ")
            notes.append("\(count(otherAddresses, "exchange")) with other addresses ignored: \(addresses)")
        }
        if !otherOperations.isEmpty {
            let operations = otherOperations.keys.sorted().joined(separator: ", ")
            notes.append("\(count(otherOperations, "exchange")) of other operations ignored: \(operations)")
        }
        let names = members.keys.sorted()
        for name in names.prefix(Self.shownMembers) {
            guard let (count, first) = members[name] else { continue }
            let more = count > 1 ? ", and \(Counted.words(count - 1, "time")) more" : ""
            notes.append(SecretsInText.masked("\(name) ignored at \(first)\(more)"))
        }
        if names.count > Self.shownMembers {
            notes.append("\(Counted.words(names.count - Self.shownMembers, "other member")) ignored")
        }
        return notes + remarks + brokenStreams.notes
    }

    private func count(_ parts: [String: Int], _ noun: String) -> String {
        Counted.words(parts.values.reduce(0, +), noun)
    }
}
