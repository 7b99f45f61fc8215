/// An HTTP client over libcurl: one event loop on one thread, any number of requests at once.
///
/// Connections are kept and reused; `https` uses HTTP/2 where the server offers it and is always verified. A request
/// leaves exactly as given, and the response comes with the bytes that went out and came in. No redirect is followed:
/// a 3xx is a response like any other.
///
/// The loop's thread starts with the first request and ends with ``shutdown()``, or when the transport is released.
public final class HTTPTransport: Sendable {
    private let configuration: TransportConfiguration
    private let inbox: LoopInbox
    private let origins = OriginMemo()

    /// Makes a transport; the first one loads libcurl.
    ///
    /// - Throws: ``TransportError`` when libcurl is missing or too old, or the system gives no descriptor for the event
    ///   loop.
    public init(_ configuration: TransportConfiguration) throws(TransportError) {
        if let fault = CurlLibrary.fault { throw fault.error }
        self.configuration = configuration
        inbox = try LoopInbox(configuration)
    }

    deinit { inbox.close() }

    /// Sends a request and collects its response.
    ///
    /// It returns or throws by the deadlines of the request's timeouts, whatever the network does. When the task is
    /// cancelled the transfer is removed at once.
    ///
    /// - Throws: ``TransportError``. A response with any status is returned, not thrown.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let plan = try TransferPlan(request, to: origins.origin(request.origin), configuration)
        let ticket = TransferTicket()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                inbox.submit(plan, ticket) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            inbox.cancel(ticket)
        }
        return try outcome.get()
    }

    /// Sends a request and gives back its response as soon as the head has come; the body follows in chunks.
    ///
    /// The deadlines are those of ``send(_:)``; the total one counts until the end of the body. A transfer that waits for
    /// its reader is not silent: the idle one does not count then.
    ///
    /// - Throws: ``TransportError``. A response with any status is returned, not thrown.
    public func stream(_ request: TransportRequest) async throws(TransportError) -> StreamedResponse {
        let plan = try TransferPlan(request, to: origins.origin(request.origin), configuration)
        let ticket = TransferTicket()
        let inbox = inbox
        let channel = BodyChannel { inbox.resume(ticket) }
        let source = ResponseBody.Source(channel, of: self) { inbox.cancel(ticket) }
        inbox.submit(plan, ticket, streaming: channel) { channel.finish($0) }
        let outcome = await withTaskCancellationHandler {
            await channel.head()
        } onCancel: {
            inbox.cancel(ticket)
        }
        return StreamedResponse(head: try outcome.get(), body: ResponseBody(source))
    }

    /// Ends the transport: requests under way fail with the code `cancelled`, connections are closed, the thread ends.
    ///
    /// Later requests fail with the code `shutDown`. A name lookup that never ends is not waited for.
    public func shutdown() async {
        await withCheckedContinuation { continuation in
            inbox.close { continuation.resume() }
        }
    }

    /// The version of libcurl and of the libraries it was built with, as curl prints them.
    public static var libraryVersion: String { CurlLibrary.version }
}
