import Recordings
import WireText

/// What of the inputs is replayed, and what is only noted.
struct ReplayPlan: Sendable {
    let cases: [ReplayCase]
    let notes: [String]

    init(_ inputs: [ReplayInput]) {
        var cases: [ReplayCase] = []
        var notes = Self.sharedNames(inputs)
        // How many cases each input had, by its name.
        var counts: [String: [Int]] = [:]
        for input in inputs {
            let exchanges = input.recording.exchanges
            let targets = exchanges.mappedByAllCores(\.converse)
            var calls: [(number: Int, place: Int, target: ConverseTarget)] = []
            for (place, target) in targets.enumerated() {
                if let target { calls.append((calls.count, place, target)) }
            }
            let earlier = counts[input.name, default: []]
            cases += calls.mappedByAllCores { number, place, target in
                let id = "\(input.name)#\(number)"
                let use = 1 + earlier.count { $0 > number }
                return ReplayCase(
                    id: id, label: use == 1 ? id : "\(id) (\(use))", file: input.file, exchange: exchanges[place],
                    target: target)
            }
            counts[input.name, default: []].append(calls.count)
            if exchanges.count > calls.count {
                let others = Counted.words(exchanges.count - calls.count, "exchange")
                notes.append("\(input.name): \(others) of other operations ignored")
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
        var known: [Int: Int] = [:]
        for (place, item) in cases.enumerated() where item.reasonToSkip == nil {
            if let group = known[item.requestHash] {
                groups[group].append(place)
            } else {
                known[item.requestHash] = groups.count
                groups.append([place])
            }
        }
        return groups
    }
}
