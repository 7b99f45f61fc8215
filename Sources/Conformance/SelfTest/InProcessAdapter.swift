import JSONText

/// An adapter that is not a process: each line of the runner goes to a closure, whose lines come back.
struct InProcessAdapter: Sendable {
    /// What to write at a line; nil ends the output.
    var reply: @Sendable (_ line: [UInt8]) async -> [[UInt8]]?

    /// Lets a runner talk to it.
    func run(_ exercises: [any AdapterExercise], _ runner: AdapterRunner) async -> AdapterOutcome {
        let (output, writing) = AsyncStream<[UInt8]>.makeStream()
        let reply = reply
        return await runner.run(
            exercises,
            over: AdapterConnection(
                output: output,
                send: { line in
                    guard let lines = await reply(line) else { return writing.finish() }
                    for line in lines { writing.yield(line) }
                },
                close: { writing.finish() }, stop: { writing.finish() }))
    }
}
