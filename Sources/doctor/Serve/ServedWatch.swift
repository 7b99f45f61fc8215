import MockBedrock
import Report
import SigV4

/// What lets a run of `doctor serve` be watched while it runs: journal, its file, the dump, the admin endpoint, and the
/// ready file.
struct ServedWatch: Sendable {
    private let options: Options
    private let journal: Journal?
    private let file: JournalFile?
    private let dump: RequestDump?
    private let readyFile: ReadyFile?

    private struct Options: Sendable {
        var isOpen: Bool
        var port: Int
        var hasPage: Bool
    }

    /// - Parameter dump: The file that each request and its answer are written into.
    /// - Throws: ``InputProblem`` when a file cannot be written.
    init(_ options: AdminOptions, dump: String?, _ facts: ProcessFacts) throws(InputProblem) {
        self.options = Options(isOpen: options.isOpen, port: options.adminPort ?? 0, hasPage: options.page)
        readyFile = options.readyFile.map(ReadyFile.init)
        try readyFile?.clear()
        let secrets = KnownSecrets(environment: facts.environment)
        file = try options.journal.map { (path) throws(InputProblem) in try JournalFile(path, masking: secrets) }
        self.dump = try dump.map { (path) throws(InputProblem) in try RequestDump(path, masking: secrets) }
        // The file's lines are entries of a journal too; nobody reads them from memory then.
        journal = options.isOpen || file != nil ? Journal(options.isOpen ? Journal.Limits() : .none) : nil
    }

    /// Whether it takes requests.
    var observes: Bool { journal != nil || dump != nil }

    func take(_ observation: MockObservation) {
        dump?.take(observation)
        guard let journal else { return }
        let entry = journal.take(observation, at: Int64(WallClock.secondsSince1970 * 1000))
        file?.take(entry)
    }

    /// Opens the admin endpoint, where it is asked for.
    ///
    /// - Parameters:
    ///   - run: The run, for its findings.
    ///   - explaining: The run that pasted texts are explained in, begun anew for each.
    func open(
        on server: MockServer, _ run: CommandRun, explaining: CommandRun
    ) async throws(CommandFailure) -> AdminServer? {
        guard options.isOpen, let journal else { return nil }
        let endpoint = AdminEndpoint(
            server: server, journal: journal, explanation: PastedExplanation(explaining), run: run.untyped,
            page: options.hasPage ? (LivePage.html, LivePage.policy) : nil)
        do throws(MockServerError) {
            return try await AdminServer.start(port: options.port, secret: .random()) { await endpoint.answer($0) }
        } catch {
            throw CommandFailure(.failed, error.message)
        }
    }

    /// Says that everything listens.
    func ready(endpoint: String, admin: String?) throws(InputProblem) {
        try readyFile?.write(endpoint: endpoint, admin: admin, hasPage: options.hasPage)
    }

    /// Says that nothing does any more.
    func end() { readyFile?.remove() }

    /// What the files of requests lack, in words; nothing when they have all.
    var lost: [String] { [file?.words, dump?.words].compactMap(\.self) }
}

extension Journal.Limits {
    /// Where nobody reads what is kept.
    static let none = Journal.Limits(entries: 1, bytes: 0, refusals: 0, clients: 1)
}
