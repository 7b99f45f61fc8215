import CCurl
import Glibc
import NetworkTerms

/// One transfer at work: the handle, what it has sent and received, and who waits for it.
///
/// Used by the loop's thread.
final class Transfer {
    let job: LoopInbox.Job
    let easy: CurlEasy
    private let headers: CurlHeaderList
    private let errorText: CurlErrorText

    var progress: TransferProgress
    private var outgoing = OutgoingLog()
    private var heads = HeadCollector()
    private var body: [UInt8] = []
    private var proxyRequestHead: [UInt8] = []
    private var proxyResponseHead: [UInt8] = []
    private var bodyCount = 0
    private var isHeadDelivered = false
    private var overrun: ResponseOverrun?
    private var framing = FramingMeter()
    /// The turn of the loop in which something came last.
    private var lastTurn = -1
    /// How often a connection was ready for the request.
    private var readyCount = 0

    /// Whether its outcome has been delivered and it only waits for a name lookup to end.
    var isAbandoned = false

    /// Who is told when a stage is reached that may bring the deadline nearer; nobody once the outcome is delivered.
    var loop: TransferLoop?

    var plan: TransferPlan { job.plan }
    private let bodyToSend: Int

    init(_ job: LoopInbox.Job, _ store: CurlEasyStore) throws(CurlFailure) {
        self.job = job
        bodyToSend = job.plan.request.body.count
        progress = TransferProgress(acceptedAt: job.plan.acceptedAt)
        easy = try CurlEasy(from: store)
        headers = CurlHeaderList(job.plan.headerLines)
        errorText = CurlErrorText()
        try easy.apply(job.plan, headers: headers, errorText: errorText)
        try unsafe easy.report(to: Unmanaged.passUnretained(self).toOpaque())
    }

    /// The transfer behind the context pointer of a callback.
    static func behind(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        unsafe context.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: What curl reports

    func lookupStarted() {
        progress.isLookingUp = true
        connecting()
    }

    /// Answers whether curl may open the socket.
    func socketWanted() -> Bool {
        progress.isLookingUp = false
        connecting()
        return !isAbandoned
    }

    /// The connection is ready.
    ///
    /// It comes again when curl retries on a fresh connection: the log starts anew.
    func connectionReady() {
        let now = ContinuousClock.now
        progress.beganAt = progress.beganAt ?? now
        progress.isLookingUp = false
        progress.readyAt = now
        progress.isReady = true
        progress.requestSentAt = nil
        readyCount += 1
        outgoing = OutgoingLog()
        // The next deadline is not nearer for that, and is looked at when the one before is due.
    }

    func sent(_ bytes: UnsafeRawBufferPointer) {
        if !progress.isReady {
            unsafe proxyRequestHead.append(contentsOf: bytes)
            return
        }
        if outgoing.isHeadComplete {
            outgoing.appendBody(count: bytes.count)
        } else {
            unsafe outgoing.append(bytes)
        }
        if outgoing.isHeadComplete, outgoing.bodyCount >= bodyToSend,
            progress.requestSentAt == nil
        {
            progress.requestSentAt = .now
            deadlineChanged()
        }
    }

    /// Bytes of the TLS protocol itself have left.
    func handshakeStarted() { progress.isHandshaking = true }

    func receivedProxyHead(_ bytes: UnsafeRawBufferPointer) {
        guard !progress.isReady, proxyResponseHead.count + bytes.count <= HeadCollector.limit else { return }
        unsafe proxyResponseHead.append(contentsOf: bytes)
    }

    /// Takes a line of a head or of the trailers; `false` when there are too many.
    func receivedHeadLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        received()
        guard unsafe heads.append(line: bytes) else {
            overrun = .fields
            return false
        }
        deliverHead()
        return true
    }

    private func deliverHead() {
        guard let channel = job.channel, !isHeadDelivered, heads.isComplete, let head = heads.head else {
            return
        }
        isHeadDelivered = true
        channel.deliver(response(head))
    }

    /// Bytes of the body have come, the chunked coding still around them.
    ///
    /// curl skips the extensions of a chunk without a word and asks nobody whether to go on, so the loop has to end the
    /// transfer.
    func receivedFramed(count: Int) {
        framing.framedCount += count
        framing.bodyCount = max(framing.bodyCount, bodyCount)
        guard framing.isExcessive, overrun == nil else { return }
        overrun = .framing
        progress.isOverrun = true
        deadlineChanged()
    }

    /// What becomes of a piece of the body.
    enum BodyDecision { case taken, later, tooLarge }

    func receivedBody(_ bytes: UnsafeRawBufferPointer) -> BodyDecision {
        received()
        if let channel = job.channel { return unsafe offer(bytes, to: channel) }
        let limit = plan.configuration.maxResponseBytes
        let announced = easy.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        guard body.count + bytes.count <= limit, announced <= limit else {
            overrun = .body
            return .tooLarge
        }
        if body.isEmpty, announced > 0 { body.reserveCapacity(announced) }
        unsafe body.append(contentsOf: bytes)
        bodyCount += bytes.count
        return .taken
    }

    /// A streamed body has no limit of its own: what waits for its reader has.
    private func offer(_ bytes: UnsafeRawBufferPointer, to channel: BodyChannel) -> BodyDecision {
        let time = progress.firstByteAt.map { ContinuousClock.now - $0 } ?? .zero
        guard channel.offer(BodyChunk(time: time, bytes: unsafe Array(bytes))) else {
            // curl keeps the piece and brings it again.
            progress.isPaused = true
            return .later
        }
        bodyCount += bytes.count
        return .taken
    }

    /// Goes on after a pause; curl brings what it kept before this returns.
    func resume() throws(CurlFailure) {
        guard progress.isPaused else { return }
        progress.isPaused = false
        progress.lastByteAt = .now
        deadlineChanged()
        try easy.resume()
    }

    private func deadlineChanged() { loop?.note(progress.deadline(plan.request.timeouts)) }

    private func connecting() {
        let now = ContinuousClock.now
        progress.beganAt = progress.beganAt ?? now
        if progress.connectingAt == nil {
            progress.connectingAt = now
            deadlineChanged()
        }
    }

    private func received() {
        // Lines and pieces come one behind the other: the clock is read for the first of them.
        if let loop {
            guard lastTurn != loop.turn else { return }
            lastTurn = loop.turn
        }
        let now = ContinuousClock.now
        progress.lastByteAt = now
        if !progress.hasFirstByte {
            progress.hasFirstByte = true
            progress.firstByteAt = now
            // Without a limit for the silence between bytes, only the total one is left.
            if plan.request.timeouts.idle != nil { deadlineChanged() }
        }
    }

    // MARK: What came of it

    /// The outcome that curl's result means.
    func outcome(_ result: CURLcode) -> Result<TransportResponse, TransportError> {
        guard result == CURLE_OK else { return .failure(failure(result)) }
        guard let head = heads.head else {
            // curl calls a connection that ended inside a head a success without a status.
            return .failure(
                heads.latest.starts(with: "HTTP/".utf8)
                    ? FailureReading(facts).closedInHead() : failure(CURLE_WEIRD_SERVER_REPLY))
        }
        if readyCount == 1 { easy.noteSuccess() }
        return .success(response(head))
    }

    private func response(_ head: ResponseHead) -> TransportResponse {
        TransportResponse(
            status: head.status, httpVersion: head.httpVersion, headers: head.fields, body: body, timings: timings,
            wire: wire)
    }

    /// The failure for a deadline that passed now, or for what the loop has to end.
    func timeout() -> TransportError {
        if let overrun { return FailureReading(facts).tooLarge(overrun) }
        return FailureReading(facts).timeout(in: phase)
    }

    /// The failure for a cancellation now.
    func cancellation() -> TransportError {
        var error = TransportError.cancelledByTask
        error.message = "The request to \(plan.destination) was cancelled while \(phase)."
        error.timings = timings
        error.wire = wire
        return error
    }

    private func failure(_ result: CURLcode) -> TransportError {
        if let overrun { return FailureReading(facts).tooLarge(overrun) }
        return FailureReading(facts).error(
            result, text: errorText.text(for: result), phase: phase,
            verifyResult: easy.long(CURLINFO_SSL_VERIFYRESULT))
    }

    private var facts: FailureReading.Facts {
        .init(plan: plan, timings: timings, wire: wire, bodyCount: bodyCount)
    }

    var phase: TransferPhase {
        if progress.firstByteAt != nil { return .readingResponse }
        if progress.requestSentAt != nil { return .waitingForResponse }
        if progress.readyAt != nil { return .sendingRequest }
        if progress.isLookingUp { return .nameLookup }
        if progress.connectingAt == nil { return .queued }
        return progress.isHandshaking ? .tlsHandshake : .connecting
    }

    var timings: TransferTimings {
        let start = progress.beganAt ?? progress.acceptedAt
        func since(_ instant: ContinuousClock.Instant?) -> Duration {
            instant.map { $0 - start } ?? .zero
        }
        let isReused = progress.readyAt != nil && easy.long(CURLINFO_NUM_CONNECTS) == 0
        return TransferTimings(
            startedAt: start,
            nameLookup: isReused ? .zero : easy.time(CURLINFO_NAMELOOKUP_TIME_T),
            connect: isReused ? .zero : easy.time(CURLINFO_CONNECT_TIME_T),
            tls: isReused ? .zero : easy.time(CURLINFO_APPCONNECT_TIME_T),
            requestSent: since(progress.requestSentAt), firstByte: since(progress.firstByteAt),
            total: since(.now), connectionReused: isReused)
    }

    var wire: WireLog {
        let body = plan.request.body
        return WireLog(
            requestHead: outgoing.head,
            requestBody: outgoing.bodyCount >= body.count ? body : Array(body.prefix(outgoing.bodyCount)),
            informationalHeads: heads.informational, responseHead: heads.latest, trailers: heads.trailers,
            proxyRequestHead: proxyRequestHead, proxyResponseHead: proxyResponseHead)
    }
}
