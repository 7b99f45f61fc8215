import Recordings
import WireText

/// What of the inputs is replayed, and what is only noted.
struct ReplayPlan: Sendable {
    let cases: [ReplayCase]
    let notes: [String]

    init(_ inputs: [ReplayInput]) {
        var cases: [ReplayCase] = []
        var notes = Self.sharedNames(inputs)
        var uses: [String: Int] = [:]
        for input in inputs {
            var number = 0
            var others = 0
            for exchange in input.recording.exchanges {
                guard let target = exchange.converse else {
                    others += 1
                    continue
                }
                let id = "\(input.name)#\(number)"
                let use = uses[id, default: 0] + 1
                uses[id] = use
                cases.append(
                    ReplayCase(
                        id: id, label: use == 1 ? id : "\(id) (\(use))", exchange: exchange, target: target))
                number += 1
            }
            if others > 0 {
                notes.append("\(input.name): \(Counted.words(others, "exchange")) of other operations ignored")
            }
            notes += input.notes.map { "\(input.name): \($0)" }
        }
        self.cases = cases
        self.notes = notes
    }

    private init(cases: [ReplayCase], notes: [String]) {
        self.cases = cases
        self.notes = notes
    }

    /// The plan with the cases at these places only.
    func keeping(_ places: [Int]) -> ReplayPlan { ReplayPlan(cases: places.map { cases[$0] }, notes: notes) }

    /// An id names the file alone, so files of one name in several directories share their ids.
    private static func sharedNames(_ inputs: [ReplayInput]) -> [String] {
        let files = Dictionary(grouping: inputs, by: \.name).filter { $0.value.count > 1 }
        return files.keys.sorted().map { name in
            let paths = files[name, default: []].map(\.file).joined(separator: ", ")
            return "\(files[name, default: []].count) files are called \(name), and their cases alike: \(paths)"
        }
    }

    /// The replayed exchanges as recordings for the mock, one for each case and named after it.
    var recordings: [Recording] {
        cases.filter { $0.reasonToSkip == nil }.map { item in
            Recording(
                name: item.label, source: RecordingSource(kind: .imported, tool: "replay", version: ""),
                exchanges: [item.exchange])
        }
    }

    /// Where the mock has to be.
    var regions: Set<String> { Set(cases.map(\.region)) }

    /// The places of the replayed cases, those with equal requests together and in recorded order.
    ///
    /// Only the order within a group matters: the mock gives equal requests their answers in turn.
    var groups: [[Int]] {
        var groups: [[Int]] = []
        var known: [RequestKey: Int] = [:]
        let keys = cases.mappedByAllCores { item in
            let request = item.exchange.request
            return item.reasonToSkip == nil
                ? RequestKey(method: request.method, target: .converse(item.target), body: request.body) : nil
        }
        for (place, key) in keys.enumerated() {
            guard let key else { continue }
            if let group = known[key] {
                groups[group].append(place)
            } else {
                known[key] = groups.count
                groups.append([place])
            }
        }
        return groups
    }
}
