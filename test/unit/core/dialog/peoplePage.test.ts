import assert from "node:assert/strict";
import { peoplePage, peoplePageSize } from "../../../../src/core/dialog/peoplePage";

const crowd = Array.from({ length: 9_999 }, (_, at) => ({
  userId: 900 + at,
  name: `Courier ${at + 1} ${at % 2 === 0 ? "Ångström" : "Иванова"}`,
}));

const nameOf = ({ name }: { readonly name: string }): string => name;
const page = (query: string, from = 0) => peoplePage(crowd, query, from, nameOf);

describe("A page of a long list of people", () => {
  it("has as many as are shown at a time, wherever it begins", () => {
    assert.deepEqual(page("").people, crowd.slice(0, peoplePageSize));
    assert.deepEqual(page("", 50).people, crowd.slice(50, 100));
    assert.deepEqual(page("", 9_950).people.length, 49);
    assert.equal(page("").found, 9_999);
  });

  it("is empty behind the end", () => {
    assert.deepEqual(page("", 9_999), { people: [], found: 9_999 });
    assert.deepEqual(page("", 1_000_000).people, []);
    assert.deepEqual(peoplePage([], "", 0, nameOf), { people: [], found: 0 });
  });

  it("finds by name and by id, in any case and alphabet, in the whole list", () => {
    assert.deepEqual(
      page("courier 9999 ").people.map(({ userId }) => userId),
      [10_898],
    );
    assert.deepEqual(
      page("10898").people.map(({ name }) => name),
      ["Courier 9999 Ångström"],
    );
    assert.equal(page("ångström").found, 5_000);
    assert.equal(page("ИВАНОВА").found, 4_999);
    assert.deepEqual(page("nobody"), { people: [], found: 0 });
  });

  it("goes on behind what was found", () => {
    const all = [0, 50, 100].flatMap((from) => page("courier 99", from).people);
    assert.equal(all.length, page("courier 99").found);
    assert.equal(new Set(all).size, 111);
  });

  it("asks for each name at most once, as it is searched at every key that is typed", () => {
    let names = 0;
    const found = (query: string): number =>
      peoplePage(crowd, query, 0, (person) => {
        names += 1;
        return nameOf(person);
      }).found;
    assert.equal(found("xyz"), 0);
    assert.equal(names, crowd.length);
    assert.equal(found(""), crowd.length);
    assert.equal(names, crowd.length);
  });
});
