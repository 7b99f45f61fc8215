import ArgumentParser

/// The command line of an adapter, as it stands after `--`.
enum AdapterCommand {
    static func validate(_ command: [String]) throws {
        if command.isEmpty {
            throw ValidationError("Give the adapter's command after --, such as -- python3 adapter.py.")
        }
    }
}
