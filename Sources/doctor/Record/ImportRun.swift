import ArgumentParser
import RecordingImport
import Recordings
import Report
import WireText

/// Turns files of other tools into recordings.
struct ImportRun {
    /// Where recordings go.
    enum Target {
        case standard
        case file(String)
        case directory(String)

        /// A path: a file if it ends in `.json`, else a directory.
        init(_ path: String) {
            self =
                path.lowercased().hasSuffix(".json") && !FileSystem.isDirectory(path) ? .file(path) : .directory(path)
        }
    }

    var paths: [String]
    var target: Target
    /// The environment, whose secrets stand in no recording.
    var environment: [String: String]

    /// Imports what can be imported, and fails at the end if something could not be.
    ///
    /// - Throws: the exit status 65 for a file that could not be read or written, 64 for several files without a directory,
    ///   2 when no file has an exchange.
    func perform() throws {
        var problems: [InputProblem] = []
        let files = paths.flatMap { path -> [String] in
            do throws(InputProblem) {
                let found = try RecordingFiles.files(path)
                for note in found.notes { StandardStreams.log(VisibleText.of(note)) }
                return found.paths
            } catch {
                problems.append(error)
                return []
            }
        }
        if case .directory = target {
        } else if files.count > 1 {
            throw ValidationError("\(files.count) files make \(files.count) recordings: give --into DIRECTORY.")
        }
        var names: Set<String> = []
        var exchanges = 0
        for file in files {
            do throws(InputProblem) {
                let imported = try RecordingFiles.load(file)
                exchanges += imported.recording.exchanges.count
                try write(imported, of: file, &names)
            } catch {
                problems.append(error)
            }
        }
        if !problems.isEmpty { throw InputProblems(problems: problems) }
        if exchanges == 0 { try ExitStatus.noVerdict.end() }
    }

    private func write(
        _ imported: ImportedRecording, of file: String, _ names: inout Set<String>
    ) throws(InputProblem) {
        let recording = imported.recording
        // Redaction has taken out what looks like a secret; a secret of this very environment is known besides.
        let bytes = KnownSecrets(environment: environment).masked(recording.bytes())
        var place = "standard output"
        switch target {
        case .standard: try StandardStreams.writeResult(String(decoding: bytes, as: UTF8.self))
        case .file(let path):
            if path == "-" {
                try StandardStreams.writeResult(String(decoding: bytes, as: UTF8.self))
            } else {
                try refuse(path, over: file)
                guard !recording.exchanges.isEmpty else { return sayNothing(of: imported, in: file, for: path) }
                try FileSystem.write(bytes, to: path, readableBy: .owner)
                place = path
            }
        case .directory(let directory):
            guard !recording.exchanges.isEmpty else { return sayNothing(of: imported, in: file, for: nil) }
            try FileSystem.makeDirectory(directory)
            let path = directory + "/" + unique(recording.name, &names) + ".json"
            try refuse(path, over: file)
            try FileSystem.write(bytes, to: path, readableBy: .owner)
            place = path
        }
        let count = recording.exchanges.count
        StandardStreams.log(
            VisibleText.of("\(file): \(Counted.words(count, "exchange")) to \(place)"))
        for note in imported.notes { StandardStreams.log(VisibleText.of("  \(note)")) }
    }

    /// Says why a file without a call of Converse has no recording: an empty one could take the place of a full one.
    private func sayNothing(of imported: ImportedRecording, in file: String, for path: String?) {
        let kept = path.map { FileSystem.isFile($0) ? "\($0) stays as it is" : "\($0) is not written" }
        StandardStreams.log(
            VisibleText.of("\(file): no exchange of Converse, so \(kept ?? "no recording is written")"))
        for note in imported.notes { StandardStreams.log(VisibleText.of("  \(note)")) }
    }

    /// A recording must not take the place of what it was made from.
    private func refuse(_ path: String, over source: String) throws(InputProblem) {
        guard FileSystem.canonical(path) == FileSystem.canonical(source) else { return }
        throw InputProblem(file: path, message: "is the file that is imported: give another place for its recording")
    }

    /// A name that no other recording of this run has.
    private func unique(_ name: String, _ names: inout Set<String>) -> String {
        let plain = String(name.map { $0 == "/" || $0 == "\0" ? "-" : $0 })
        var candidate = plain
        var number = 2
        while !names.insert(candidate).inserted {
            candidate = "\(plain)-\(number)"
            number += 1
        }
        return candidate
    }
}
