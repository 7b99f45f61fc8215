import JSONText
import Report

/// The state of one conversation: which cases are open, and what became of the others.
struct AdapterConversation {
    private struct OpenCase {
        let place: Int
        let began: Duration
    }

    private let exercises: [any AdapterExercise]
    private let role: AdapterRole
    private let limits: AdapterLimits
    private let stopwatch: @Sendable () -> Duration
    private let settled: @Sendable (CaseResult) -> Void
    private var waiting: ArraySlice<Int>
    /// Those that were judged and have no verdict, since another case is about what went wrong, or since the adapter does not
    /// tell what they are about.
    private var excused: [Int] = []
    /// Those whose breach may be a busy machine's; they are given once more, each alone.
    private var doubtful: ArraySlice<Int> = []
    private var isSecondRound = false
    private var open: [String: OpenCase] = [:]
    private var watch: SilenceWatch?
    private var outbox: AsyncStream<[UInt8]>.Continuation?
    /// Those that were open when the adapter ended by itself; they are given once more, each alone.
    private var suspects: ArraySlice<Int> = []
    /// The end that one of the suspects is to blame for, in words.
    private var openEnd: String?
    private var answersOfThisStart = 0
    private var barrenStarts = 0
    /// How the adapter ended by itself, until it is said what becomes of that.
    private(set) var interruption: AdapterFault?
    private(set) var outcome: AdapterOutcome

    init(
        exercises: [any AdapterExercise], role: AdapterRole, limits: AdapterLimits,
        stopwatch: @escaping @Sendable () -> Duration,
        settled: @escaping @Sendable (CaseResult) -> Void = { _ in }
    ) {
        self.exercises = exercises
        self.role = role
        self.limits = limits
        self.stopwatch = stopwatch
        self.settled = settled
        waiting = Array(exercises.indices)[...]
        outcome = AdapterOutcome(cases: exercises.map { CaseResult.unreached($0.id) })
    }

    /// Whether cases are left to be given.
    var isUnfinished: Bool { !waiting.isEmpty || !suspects.isEmpty || !doubtful.isEmpty }

    /// From the first line to the last answer, or to what breaks it off.
    mutating func hold<Output>(
        _ lines: inout AdapterLines<Output>, watch: SilenceWatch, outbox: AsyncStream<[UInt8]>.Continuation,
        progress: @Sendable (Int, Int) -> Void
    ) async {
        (self.watch, self.outbox) = (watch, outbox)
        answersOfThisStart = 0
        do throws(AdapterFault) {
            outbox.yield(role.hello.line)
            let hello = try AdapterHello(try await next(&lines, .hello))
            if outcome.hello == nil {
                outcome.hello = hello
                skip(beyond: hello)
            }
            try await askSuspects(&lines, hello, progress)
            try await ask(&lines, hello, progress)
            isSecondRound = true
            while let place = doubtful.popFirst() {
                waiting = [place]
                try await ask(&lines, hello, progress)
            }
            settleExcused(isWhole: true)
            outbox.yield(AdapterRole.end.line)
        } catch {
            if Task.isCancelled {
                settleExcused(isWhole: false)
                return await leave(nil)
            }
            if error.kind == .ending { interruption = error } else { await breakOff(error) }
        }
    }

    /// Gives up what is open and was not reached, for good.
    private mutating func breakOff(_ fault: AdapterFault) async {
        settleExcused(isWhole: false)
        outcome.fault = fault
        await leave(
            outcome.hello == nil
                ? "not given: the adapter did not begin"
                : "not answered: the adapter broke off (\(fault.kind.rawValue))")
    }

    /// Gives out what waits, and takes the answers.
    private mutating func ask<Output>(
        _ lines: inout AdapterLines<Output>, _ hello: AdapterHello, _ progress: @Sendable (Int, Int) -> Void
    ) async throws(AdapterFault) {
        await give()
        while !open.isEmpty {
            let answer = try AdapterAnswer(try await next(&lines, .ending), number: lines.number)
            try await take(answer, of: hello, line: lines.number)
            progress(exercises.count - suspects.count - waiting.count - open.count - doubtful.count, exercises.count)
            await give()
        }
    }

    /// What comes after the last answer: nothing but the end.
    mutating func part<Output>(_ lines: inout AdapterLines<Output>) async {
        guard outcome.fault == nil, interruption == nil, !Task.isCancelled, let watch else { return }
        watch.begin(limits.ending)
        defer { watch.end() }
        let extra: [UInt8]?
        do { extra = try await lines.next() } catch { extra = [] }
        if extra != nil { outcome.notes.append("the adapter wrote on after its last answer") }
        if watch.hasFired { outcome.notes.append("the adapter did not exit when asked to, and was killed") }
    }

    /// The next line, in time.
    private func next<Output>(
        _ lines: inout AdapterLines<Output>, _ missing: AdapterFault.Kind
    ) async throws(AdapterFault) -> [UInt8] {
        watch?.begin(limits.silence)
        defer { watch?.end() }
        let hasFired = { [watch] in watch?.hasFired == true }
        if let line = try await lines.next(), !hasFired() { return line }
        let awaited = outcome.hello == nil ? "its first line" : "an answer to \(listed)"
        guard !hasFired() else {
            throw AdapterFault(.silence, "the adapter sent nothing for \(limits.silence); \(awaited) was still due")
        }
        var fault = AdapterFault(missing, "the adapter's output ended, and it owed \(awaited)")
        fault.hasEnded = true
        throw fault
    }

    /// The open cases in their order, a few of them by name.
    private var listed: String {
        let names = open.values.map(\.place).sorted().map { exercises[$0].id }
        return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    }

    // MARK: Cases

    private mutating func skip(beyond hello: AdapterHello) {
        waiting =
            exercises.indices.filter { place in
                let exercise = exercises[place]
                let missing = exercise.needs.filter { !hello.features.contains($0) }
                let reason =
                    exercise.reasonToSkip
                    ?? (missing.isEmpty
                        ? nil : "the adapter does not have the feature \(missing.joined(separator: ", "))")
                guard let reason else { return true }
                outcome.cases[place].status = .skip
                outcome.cases[place].message = reason
                settled(outcome.cases[place])
                return false
            }[...]
    }

    /// Gives out as many cases as may be open.
    private mutating func give() async {
        while open.count < limits.open, let place = waiting.popFirst() {
            let exercise = exercises[place]
            do {
                let message = try await exercise.begin()
                open[exercise.id] = OpenCase(place: place, began: stopwatch())
                outbox?.yield(JSONValue.object(message).line)
            } catch {
                settle(place, CaseJudgement(.unknown, stage: "begin", message: "\(error)"), since: stopwatch())
            }
        }
    }

    private mutating func take(_ answer: AdapterAnswer, of hello: AdapterHello, line: Int) async throws(AdapterFault) {
        guard let answered = open.removeValue(forKey: answer.id) else {
            let id = PrintableText.escaped(answer.id)
            let known = exercises.contains { $0.id == answer.id }
            throw AdapterFault(
                .id,
                "line \(line) of the adapter's output: expected an answer to \(listed), found one to \"\(id)\", "
                    + (known ? "which is not open" : "which no case has"))
        }
        answersOfThisStart += 1
        let exercise = exercises[answered.place]
        let judgement: CaseJudgement
        do throws(JSONShapeError) {
            switch try answer.refusal() {
            case .skipped(let reason): judgement = CaseJudgement(.skip, message: reason)
            case .broken(let error): judgement = CaseJudgement(.fail, stage: CaseResult.adapterStage, message: error)
            case .unclear(let flaw):
                judgement = CaseJudgement(
                    .fail, stage: "answer", message: "line \(line) of the adapter's output: \(flaw)")
            case nil: judgement = try await exercise.judge(answer.content, of: hello)
            }
        } catch {
            judgement = CaseJudgement(
                .fail, stage: "answer", message: "line \(line) of the adapter's output: \(error)")
        }
        await exercise.end()
        settle(answered.place, judgement, since: answered.began)
    }

    private mutating func settle(_ place: Int, _ judgement: CaseJudgement, since began: Duration) {
        outcome.cases[place] = CaseResult(
            id: exercises[place].id, status: judgement.status, stage: judgement.stage, message: judgement.message,
            code: judgement.code,
            durationMs: (stopwatch() - began).milliseconds)
        // Where no other case was open, there is nothing to wait for.
        if !isSecondRound, limits.open > 1, exercises[place].mayBeLoad { return doubtful.append(place) }
        // Whether an excuse holds is known at the end, and so is what is told elsewhere.
        let isExcused = exercises[place].excuse.map { !$0.isOwn } ?? (exercises[place].untold != nil)
        if isExcused { excused.append(place) } else { settled(outcome.cases[place]) }
    }

    /// Gives their verdict to the cases that were excused: the one that they had, unless the excuse does not hold.
    ///
    /// A run that was broken off cannot tell.
    private mutating func settleExcused(isWhole: Bool) {
        let refuted = isWhole ? CaseExcuse.refuted(exercises.map(\.excuse)) : []
        var told: [String: String] = [:]
        for exercise in exercises {
            for name in exercise.told where told[name] == nil { told[name] = exercise.id }
        }
        for place in excused {
            if let judgement = exercises[place].untold?.judgement(told) {
                outcome.cases[place].status = judgement.status
                outcome.cases[place].message = judgement.message
            }
            if refuted.contains(place), let judgement = exercises[place].excuse?.judgement {
                outcome.cases[place].status = judgement.status
                outcome.cases[place].message = judgement.message
                outcome.cases[place].code = judgement.code
            }
            settled(outcome.cases[place])
        }
        excused = []
    }

    /// Gives up whatever is open or was not reached.
    ///
    /// - Parameter reason: What is said of it; `nil` where the run itself was ended.
    private mutating func leave(_ reason: String?) async {
        for place in open.values.map(\.place).sorted() {
            await exercises[place].end()
            if isSecondRound { continue }
            outcome.cases[place] = .unreached(exercises[place].id, .underWay)
            if let reason { outcome.cases[place].message = reason }
        }
        for place in suspects + waiting where !isSecondRound {
            outcome.cases[place] = .unreached(exercises[place].id)
            if let reason { outcome.cases[place].message = reason }
        }
        // What was to be asked again keeps the verdict that it had.
        let doubtful = (isSecondRound ? open.values.map(\.place) : []) + doubtful
        for place in doubtful.sorted() { settled(outcome.cases[place]) }
        self.doubtful = []
        // Without a first line nothing was given out.
        open = [:]
        (suspects, waiting) = ([], [])
    }
}

// MARK: Ends

extension AdapterConversation {
    /// Goes on after an end of the adapter: the case that it was at fails, and the others are given to the next start.
    ///
    /// Of several that were open each is given once more, alone: then it shows which of them ends it.
    ///
    /// - Parameter words: How the adapter ended, and what it said of it.
    mutating func goOn(after words: String) async {
        guard interruption != nil else { return }
        interruption = nil
        barrenStarts = answersOfThisStart == 0 ? barrenStarts + 1 : 0
        let cases = open.values.sorted { $0.place < $1.place }
        if cases.count > 1 { openEnd = "\(listed) were open\n\(words)" }
        open = [:]
        for each in cases { await exercises[each.place].end() }
        if cases.count == 1 {
            openEnd = nil
            let message = "the adapter ended at this case\n\(words)"
            outcome.cases[cases[0].place] = CaseResult(
                id: exercises[cases[0].place].id, status: .fail, stage: CaseResult.adapterStage, message: message,
                durationMs: (stopwatch() - cases[0].began).milliseconds)
            settled(outcome.cases[cases[0].place])
        } else {
            suspects = cases.map(\.place) + suspects
        }
        guard isUnfinished else { return settleExcused(isWhole: true) }
        guard barrenStarts < limits.barrenStarts else {
            var fault = AdapterFault(
                .ending, "the adapter ended \(barrenStarts) times in a row before it had answered a case")
            fault.hasEnded = true
            return await breakOff(fault)
        }
        outcome.restarts += 1
    }

    /// Ends for good where the adapter did.
    mutating func giveUp() async {
        guard let fault = interruption else { return }
        interruption = nil
        await breakOff(fault)
    }

    /// Gives those that may have ended the adapter, each alone.
    private mutating func askSuspects<Output>(
        _ lines: inout AdapterLines<Output>, _ hello: AdapterHello, _ progress: @Sendable (Int, Int) -> Void
    ) async throws(AdapterFault) {
        let others = waiting
        defer { waiting = others }
        while let place = suspects.popFirst() {
            waiting = [place]
            try await ask(&lines, hello, progress)
        }
        if let openEnd { outcome.unexplainedEnds.append(openEnd) }
        openEnd = nil
    }
}
