import ArgumentParser

/// How a run of `doctor serve` is watched and steered while it runs.
struct AdminOptions: ParsableArguments {
    @Flag(
        help: "Open an admin endpoint on 127.0.0.1 for faults and verdicts at run time; its address holds a secret.")
    var admin = false

    @Option(help: ArgumentHelp("The port of the admin endpoint; 0 lets the system choose.", valueName: "port"))
    var adminPort: Int?

    @Flag(help: "Show the requests on a live page, whose address is printed; it opens the admin endpoint.")
    var page = false

    @Option(
        help: ArgumentHelp(
            "Write a line of JSON for each request into this file, with its verdict and head, secrets masked.",
            valueName: "file"), completion: .file())
    var journal: String?

    @Option(
        help: ArgumentHelp(
            "Write this file once everything listens, and remove it at the end: JSON with the addresses and the process.",
            valueName: "file"), completion: .file())
    var readyFile: String?

    /// Whether there is to be an endpoint.
    var isOpen: Bool { admin || page || adminPort != nil }

    func check() throws {
        if let adminPort, !(0...65535).contains(adminPort) {
            throw ValidationError("--admin-port takes 0 to 65535, found \(adminPort).")
        }
    }
}
