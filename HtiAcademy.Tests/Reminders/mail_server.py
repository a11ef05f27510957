"""A real mail server on a free port of this machine, which it prints. Each message it takes becomes a file.

A recipient's name says how it is treated: refused@ and relay@ for good, busy@ for now,
spam@ once its message was read, dropped@ is taken but the first time the
connection is cut before the answer, silent@ never gets one.
"""
import argparse
import asyncio
import os
import ssl
import time

from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("folder")
options.add_argument("--certificate", help="PEM file of the certificate and its key: then STARTTLS and a sign-in are asked for")
options.add_argument("--login", default="academy:secret", help="user:password")
options.add_argument("--pause", type=float, default=0, help="seconds before a message is taken")
options = options.parse_args()


class MessageFolder:
    dropped = set()

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("silent@"):
            await asyncio.sleep(3600)
        if address.startswith("refused@"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("relay@"):
            return "554 5.7.1 Relay access denied"
        if address.startswith("busy@"):
            return "450 4.2.1 Mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(options.pause)
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 Message refused"
        self.keep(session, envelope)
        first = envelope.rcpt_tos[0]
        if first.startswith("dropped@") and first not in self.dropped:
            self.dropped.add(first)
            server.transport.abort()
        return "250 Taken"

    def keep(self, session, envelope):
        login = session.auth_data.login.decode() if session.auth_data else ""
        head = f"X-From: {envelope.mail_from}\r\nX-To: {envelope.rcpt_tos[0]}\r\nX-Login: {login}\r\nX-Encrypted: {session.ssl is not None}\r\n"
        name = os.path.join(options.folder, f"{time.time_ns()}")
        with open(name + ".part", "wb") as file:
            file.write(head.encode() + envelope.original_content)
        os.rename(name + ".part", name + ".eml")


def authenticate(server, session, envelope, mechanism, auth_data):
    user, password = options.login.encode().split(b":")
    return AuthResult(success=(auth_data.login, auth_data.password) == (user, password), auth_data=auth_data)


class Server(SMTP):
    # .NET writes the mechanism's name in small letters. Servers in use do not mind; this library does.
    async def auth_login(self, server, args):
        return await self.auth_LOGIN(server, args)


def protocol():
    if options.certificate is None:
        return Server(MessageFolder())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate)
    return Server(MessageFolder(), tls_context=context, require_starttls=True, authenticator=authenticate, auth_required=True)


async def serve():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
