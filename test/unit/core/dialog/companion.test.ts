import assert from "node:assert/strict";
import { decodeCompanion } from "../../../../src/core/dialog/companion";

describe("The other person of a private dialog", () => {
  it("is known by name, picture and colour", () => {
    assert.deepEqual(
      decodeCompanion({
        id: "5",
        name: "Omar &amp; Co",
        avatar: "https://h.example/a.png",
        color: "#DF532D",
        bot: "Y",
      }),
      {
        userId: 5,
        name: "Omar & Co",
        avatarUrl: "https://h.example/a.png",
        color: "#df532d",
        isBot: true,
      },
    );
  });

  it("is named by the parts of a name when there is no whole one", () => {
    const nameOf = (user: object) => decodeCompanion({ id: 5, ...user })?.name;
    assert.equal(nameOf({ first_name: "Omar", last_name: "Haddad" }), "Omar Haddad");
    assert.equal(nameOf({ name: "", last_name: "Haddad" }), "Haddad");
    assert.equal(nameOf({}), "");
  });

  it("is nobody in any other reply", () => {
    for (const result of [null, [], {}, "x", false, { id: null }, { id: "x" }, { name: "Omar" }]) {
      assert.equal(decodeCompanion(result), undefined);
    }
  });
});
