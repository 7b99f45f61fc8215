import Glibc
import NIOCore

/// Why an address could not be bound, and the next step.
enum ListenFailure {
    static func text(_ error: any Error) -> String {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: "another program listens there. Choose another port, or 0 for any free one."
        case EACCES: "the port is reserved to the system. Choose one from 1024 on, or 0 for any free one."
        case EADDRNOTAVAIL: "this machine has no such address. Give one of its own, such as 127.0.0.1."
        default: "\(error). Give an address of this machine, such as 127.0.0.1."
        }
    }
}
