import type { AreaTree as Tree } from '../../api/contract';

interface AreaTreeProps {
  tree: Tree;
  openId: string | undefined;
  onOpen: (communityId: string) => void;
}

export function AreaTree({ tree, openId, onOpen }: AreaTreeProps) {
  return (
    <nav className="area-tree" aria-label="街道和社区">
      {tree.subdistricts.map(({ id, name, countyName, communities }) => (
        <section key={id}>
          <h2>
            {name}
            {countyName && <span>{countyName}</span>}
          </h2>
          <ul>
            {communities.map((community) => (
              <li key={community.id}>
                <button
                  type="button"
                  aria-current={community.id === openId ? 'page' : undefined}
                  onClick={() => onOpen(community.id)}
                >
                  <b>{community.name}</b>
                  <span>
                    {community.gridCount} 个网格 · {community.buildingCount} 栋楼
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
