/// The reports of several adapters of one role, put together into one: the cases of each, under its name.
package enum ReportMatrix {
    /// Why reports make no matrix; each names its file.
    package enum Fault: Error, Sendable, Hashable {
        /// A report that does not say whose software it is about.
        case noAdapter(String)
        case otherRole(String, String, than: String, String)
        /// Two reports of one version of one program.
        case doubled(String, String, String)
    }

    /// One report of everything, the adapters in the order of their files.
    ///
    /// - Parameter parts: Whole reports of `doctor conformance`, each of one adapter.
    package static func joined(_ parts: [ReportMerge.Part]) throws(Fault) -> Report {
        var whole: Report?
        var files: [String: String] = [:]
        for part in parts {
            guard let adapter = part.report.adapters.first, part.report.adapters.count == 1 else {
                throw .noAdapter(part.file)
            }
            if let first = whole?.adapters.first, first.role != adapter.role {
                throw .otherRole(part.file, adapter.role, than: parts.first?.file ?? "", first.role)
            }
            if let other = files.updateValue(part.file, forKey: adapter.label) {
                throw .doubled(adapter.label, other, part.file)
            }
            var report = part.report
            for index in report.cases.indices { report.cases[index].adapter = adapter.label }
            for index in report.notes.indices { report.notes[index] = "\(adapter.label): \(report.notes[index])" }
            guard var joined = whole else {
                whole = report
                continue
            }
            joined.adapters.append(adapter)
            joined.cases += report.cases
            joined.findings += report.findings
            joined.notes += report.notes
            joined.durationMs += report.durationMs
            joined.startedAt = min(joined.startedAt, report.startedAt)
            whole = joined
        }
        return whole ?? Report(tool: .init(version: ""), command: "conformance", startedAt: "")
    }
}

extension ReportMatrix.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noAdapter(let file):
            "\(file): does not say whose software it is about: a matrix is made of reports of doctor conformance, each of one adapter that said who it is"
        case .otherRole(let file, let role, let first, let other):
            "\(file): is about a \(role), and \(first) about a \(other): a matrix has one role"
        case .doubled(let label, let one, let other):
            "\(one) and \(other) are both about \(label): give each version once"
        }
    }
}
